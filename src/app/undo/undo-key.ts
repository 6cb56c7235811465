/** What of a key event decides. */
type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl or ⌘ with Z undoes, with Shift as well it does again; null for any other key. */
export function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): 'undo' | 'redo' | null {
  if (ctrlKey === metaKey || altKey || key.toLowerCase() !== 'z') return null;
  return shiftKey ? 'redo' : 'undo';
}

/** Types of inputs that hold no text of their own to undo. */
const TEXTLESS = ['range', 'checkbox', 'radio', 'button', 'submit', 'file', 'color'];

/** Where these keys mean something else: in a field of text, and in a dialog, which hides what would change. */
export const ownsUndo = (focused: Element | null): boolean =>
  focused !== null &&
  (focused.closest('dialog, textarea, [contenteditable]') !== null ||
    (focused.matches('input') && !TEXTLESS.includes((focused as HTMLInputElement).type)));
