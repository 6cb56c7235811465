import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

const UndoToast = later(async () => (await import('./UndoToast.tsx')).UndoToast);

const selectHasToast = ({ undone }: NotebookState): boolean => undone.toast !== null;

/** Where the toast appears. It is there before there is one, so that screen readers hear of it. */
export function UndoRegion() {
  useUndoKeys();
  const hasToast = useNotebookState(selectHasToast);
  return <div role="status">{hasToast && <UndoToast />}</div>;
}
