import { useNotebookState } from '../../state/hooks.ts';
import { selectHasRatings } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const SweepPanel = later(async () => (await import('./SweepPanel.tsx')).SweepPanel);

export function SweepCell() {
  const hasRatings = useNotebookState(selectHasRatings);
  return hasRatings ? <SweepPanel /> : <Muted>Available once the data above is loaded.</Muted>;
}
