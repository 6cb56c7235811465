import { isBusy } from '../../core/cell-machine.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import type { NotebookState } from '../../state/notebook-state.ts';

export const selectRuns = ({ runs }: NotebookState) => runs;
export const selectRecords = ({ runs }: NotebookState) => runs.records;
export const selectBaseline = ({ runs }: NotebookState) => runs.baseline;
export const selectDrawn = ({ runs }: NotebookState) => runs.drawn;
export const selectWeights = ({ runs }: NotebookState) => runs.weights;
export const selectView = ({ runs }: NotebookState) => runs.view;

export const selectRepeat = ({ repeat }: NotebookState) => repeat;

export const selectDuel = ({ duel }: NotebookState) => duel;

/** The run that is being trained; null where none is. */
export const selectRunUnderWay = ({ training }: NotebookState): RunId | null =>
  isBusy(training.run) ? (training.start?.runId ?? null) : null;

export const selectIsPaused = ({ training }: NotebookState): boolean => training.run.phase === 'paused';

export const recordOfId = (records: readonly RunRecord[], id: RunId | null): RunRecord | undefined =>
  records.find((record) => record.id === id);
