import type { StoreApi } from 'zustand/vanilla';
import { type CellEvent, type CellRun, transition } from '../core/cell-machine.ts';
import { toErrorData } from '../core/errors.ts';
import type { NotebookState } from './notebook-state.ts';

type RunnableCell = 'data' | 'kept' | 'explore' | 'split' | 'training' | 'recommend' | 'engines' | 'rateFinder';

export interface RunCell {
  /** Runs `work` as the cell's run: started, then finished or failed. The newest run of a cell is the one that counts. */
  (cell: RunnableCell, work: (isNewest: () => boolean) => Promise<void>): Promise<void>;
  dispatch(cell: RunnableCell, event: CellEvent): void;
}

export function runCell({ setState }: StoreApi<NotebookState>): RunCell {
  const newest: Partial<Record<RunnableCell, number>> = {};
  const dispatch = (cell: RunnableCell, event: CellEvent): void => {
    setState((state) => withRun(state, cell, transition(state[cell].run, event)));
  };
  const run = async (cell: RunnableCell, work: (isNewest: () => boolean) => Promise<void>): Promise<void> => {
    const turn = (newest[cell] ?? 0) + 1;
    newest[cell] = turn;
    const isNewest = () => newest[cell] === turn;
    dispatch(cell, { kind: 'start' });
    try {
      await work(isNewest);
      if (isNewest()) dispatch(cell, { kind: 'finish' });
    } catch (thrown) {
      if (isNewest()) dispatch(cell, { kind: 'fail', error: toErrorData(thrown) });
    }
  };
  return Object.assign(run, { dispatch });
}

function withRun(state: NotebookState, cell: RunnableCell, run: CellRun): Partial<NotebookState> {
  return { [cell]: { ...state[cell], run } };
}
