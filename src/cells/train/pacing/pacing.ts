import { isBusy } from '../../../core/cell-machine.ts';
import type { HaltPoint, RunPacing } from '../../../core/run.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectHasSteps, selectRunHasSteps } from '../../../state/selectors.ts';

/** How a run begins at the pace that is chosen; `haltsAt`: where it is to halt at any pace. */
export const pacingOf = ({ pacing: { pace } }: Pick<NotebookState, 'pacing'>, haltsAt: HaltPoint | null): RunPacing => ({
  waits: pace === 'epoch',
  haltsAt: haltsAt ?? (pace === 'step' ? 'start' : null),
});

/** Whether the run that goes, or else the next one, takes steps. */
export const selectCanPace = (state: NotebookState): boolean =>
  isBusy(state.training.run) ? selectRunHasSteps(state) : selectHasSteps(state);
