import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Notice } from '../../ui/Notice.tsx';
import { endingWords } from './ending.ts';

const selectEnding = ({ training: { summary, epochs, start } }: NotebookState): string | null =>
  summary && start && endingWords(summary, epochs, start.configuration.patience);

/** Why the run ended before its last epoch, and which weights it left. */
export function RunEnding() {
  const words = useNotebookState(selectEnding);
  return words && <Notice tone="info" message={words} />;
}
