import { useNotebookState } from '../../state/hooks.ts';
import { selectHasRatings } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const TakeAwayPanel = later(async () => (await import('./TakeAwayPanel.tsx')).TakeAwayPanel);

export function TakeAwayCell() {
  return useNotebookState(selectHasRatings) ? <TakeAwayPanel /> : <Muted>Available once the data above is loaded.</Muted>;
}
