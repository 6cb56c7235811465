import type { StoreApi } from 'zustand/vanilla';
import { type CellEvent, type CellRun, transition } from '../core/cell-machine.ts';
import { type LabErrorData, toErrorData } from '../core/errors.ts';
import type { NotebookState } from './notebook-state.ts';
import type { RunnableKey } from './slice.ts';

type Part = RunnableKey<keyof NotebookState>;

/** Runs the parts of a store that have a `run`. */
export interface CellRuns {
  run(part: Part, work: (isNewest: () => boolean) => Promise<void>): Promise<void>;
  dispatch(part: Part, event: CellEvent): void;
}

export function createCellRuns({ setState }: Pick<StoreApi<NotebookState>, 'setState'>): CellRuns {
  const newest = new Map<string, number>();

  const dispatch = (part: Part, event: CellEvent): void => {
    setState((state) => {
      const before: { readonly run: CellRun } = state[part];
      return { [part]: { ...before, run: transition(before.run, event) } };
    });
  };

  return {
    dispatch,
    async run(part, work) {
      const turn = (newest.get(part) ?? 0) + 1;
      newest.set(part, turn);
      const isNewest = () => newest.get(part) === turn;
      dispatch(part, { kind: 'start' });
      try {
        await work(isNewest);
        if (isNewest()) dispatch(part, { kind: 'finish' });
      } catch (thrown) {
        if (isNewest()) dispatch(part, endingOf(toErrorData(thrown)));
      }
    },
  };
}

/** What somebody has cancelled is no failure. */
const endingOf = (error: LabErrorData): CellEvent => (error.code === 'cancelled' ? { kind: 'reset' } : { kind: 'fail', error });
