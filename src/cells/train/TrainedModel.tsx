import { epochInUse } from '../../state/epochs.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { useSay } from '../../ui/words.tsx';
import { plainWords } from './verdict/plain-words.ts';

/** What is in use and how good it is, in one sentence for the head of the page. Nothing of a model whose run is not known here. */
function selectWords({ training: { start, inUse, epochs, summary } }: NotebookState): string | null {
  const used = epochInUse(epochs, summary);
  return start && used && start.runId === inUse?.runId ? plainWords(start, used) : null;
}

export function TrainedModel() {
  const say = useSay();
  const words = useNotebookState(selectWords);
  return words && say(words);
}
