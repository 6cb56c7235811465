import { useNotebookState } from '../../state/hooks.ts';
import { selectHasRatings } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const RunsPanel = later(async () => (await import('./RunsPanel.tsx')).RunsPanel);

export function RunsCell() {
  const hasRatings = useNotebookState(selectHasRatings);
  return hasRatings ? <RunsPanel /> : <Muted>The runs will be listed here once the data above is loaded.</Muted>;
}
