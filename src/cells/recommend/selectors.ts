import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';

export const selectInUse = ({ training }: NotebookState) => training.inUse;

/** Changes with the weights in use. */
export const selectWeights = ({ training }: NotebookState): string =>
  `${training.inUse?.runId} ${training.epochs.length} ${training.run.phase}`;

/** Changes with what a list is asked for by. */
export const selectRequest = (state: NotebookState): string =>
  `${selectConfiguration(state).minRatings} ${JSON.stringify(state.recommend.choices)}`;
