import { READY } from '../../../core/cell-machine.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { DuelCalls, DuelProgress, DuelState } from './contract.ts';

const INITIAL: DuelState = { run: READY, progress: null, result: null };

export const duelSlice = defineSlice({ duel: INITIAL }, ({ setState, run, calls, actions }) => {
  const { start } = calls<DuelCalls>('runs/duel');
  let fighting = new AbortController();

  const change = (part: Partial<DuelState>): void => setState(({ duel }) => ({ duel: { ...duel, ...part } }));

  return {
    actions: {
      async startDuel(wanted) {
        fighting = new AbortController();
        const { signal } = fighting;
        const request = { ...wanted, group: crypto.randomUUID() };
        let records: NonNullable<DuelState['result']>['records'] = [];
        const onProgress = (progress: DuelProgress): void => {
          const { epochs, ended } = progress;
          if (ended) {
            records = [...records, ended];
            void actions.addRuns([ended]).then(() => actions.drawRun(ended.id, true));
          }
          change({ progress, result: { request, epochs, records } });
        };
        change({ progress: null, result: { request, epochs: [[], []], records } });
        await run('duel', () => start(request, { signal, onProgress }));
      },
      stopDuel: () => fighting.abort(),
    },
  };
});
