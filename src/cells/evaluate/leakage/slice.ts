import { READY } from '../../../core/cell-machine.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { LeakageCalls, LeakageProgress, LeakageState, LeakageTable } from './contract.ts';

const INITIAL: LeakageState = { run: READY, progress: null, result: null };

export const leakageSlice = defineSlice({ leakage: INITIAL }, ({ getState, setState, run, calls }) => {
  const { compare } = calls<LeakageCalls>('evaluate/leakage');
  let comparing = new AbortController();

  const change = (part: Partial<LeakageState>): void => setState(({ leakage }) => ({ leakage: { ...leakage, ...part } }));

  return {
    actions: {
      async compareSplits() {
        const state = getState();
        const { summary } = state.data;
        if (summary === null) return;
        const { k, threshold } = state.evaluate;
        const configuration = selectConfiguration(state);
        comparing = new AbortController();
        const { signal } = comparing;
        const resultOf = (table: LeakageTable) => ({ result: { table, configuration, data: summary } });
        const onProgress = (progress: LeakageProgress): void =>
          change({ progress, ...(progress.soFar.rows.length > 0 && resultOf(progress.soFar)) });
        change({ progress: null });
        await run('leakage', async () => {
          const table = await compare({ configuration, k, threshold }, { signal, onProgress });
          change(resultOf(table));
        });
      },
      stopComparing: () => comparing.abort(),
    },
  };
});
