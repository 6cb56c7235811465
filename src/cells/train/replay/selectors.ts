import type { NotebookState } from '../../../state/notebook-state.ts';
import { memoise2 } from '../../../state/selectors.ts';

const selectEpochs = ({ training }: NotebookState) => training.epochs;
const selectShown = ({ replay, training }: NotebookState): number => replay.shown ?? training.epochs.length;

/** The epochs that the curves show. */
export const selectDrawnEpochs = memoise2(selectEpochs, selectShown, (epochs, shown) =>
  shown < epochs.length ? epochs.slice(0, shown) : epochs,
);

/** The epoch at work, where the curves have come to it. */
export const selectDrawnProgress = (state: NotebookState) =>
  selectShown(state) < state.training.epochs.length ? null : state.training.progress;

export const selectIsReplay = ({ replay }: NotebookState): boolean => replay.isOn;
