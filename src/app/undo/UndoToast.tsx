import { useEffect, useState } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import type { Toast } from '../../state/undo-state.ts';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/words.tsx';
import styles from './UndoToast.module.css';

const SHOWN_MILLISECONDS = 8000;
const LABELS = { undo: 'Undo', redo: 'Redo' } as const;

const selectToast = ({ undone }: NotebookState) => undone.toast;

/** What was just done, and the button that undoes it. It goes after some seconds, but not from under a pointer or the focus. */
export function UndoToast() {
  const toast = useNotebookState(selectToast);
  const { dismissToast } = useActions();
  const say = useSay();
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  useEffect(() => {
    if (toast === null || isHeld) return;
    const timer = setTimeout(dismissToast, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [toast, isHeld, dismissToast]);
  if (toast === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to where pointer and focus are, and does nothing of its own
    <div
      className={styles.toast}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={({ target }) => setFocused(target.matches(':focus-visible'))}
      onBlur={() => setFocused(false)}
      onKeyDown={({ key }) => key === 'Escape' && dismissToast()}
    >
      <span>{say(toast.words)}</span>
      <Offer toast={toast} />
      <Button look="quiet" icon="cross" aria-label="Dismiss" onClick={dismissToast} />
    </div>
  );
}

function Offer({ toast: { offers } }: { readonly toast: Toast }) {
  const actions = useActions();
  if (offers === null) return null;
  return (
    <Button look="secondary" onClick={() => void actions[offers]()}>
      {LABELS[offers]}
    </Button>
  );
}
