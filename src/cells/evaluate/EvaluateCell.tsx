import { useNotebookState } from '../../state/hooks.ts';
import { selectHasRatings } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const EvaluatePanel = later(async () => (await import('./EvaluatePanel.tsx')).EvaluatePanel);

export function EvaluateCell() {
  const hasRatings = useNotebookState(selectHasRatings);
  return hasRatings ? <EvaluatePanel /> : <Muted>Available once the data above is loaded and a model is trained.</Muted>;
}
