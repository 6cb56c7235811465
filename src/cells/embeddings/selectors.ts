import { isBusy } from '../../core/cell-machine.ts';
import type { NotebookState } from '../../state/notebook-state.ts';

export const selectEmbeddings = ({ embeddings }: NotebookState) => embeddings;

/** Whose weights are looked at; it changes as runs begin and end, not with their epochs. */
export const selectModelKey = ({ training: { inUse, run } }: NotebookState): string => `${inUse?.runId} ${isBusy(run)}`;

export const selectInUse = ({ training }: NotebookState) => training.inUse;
