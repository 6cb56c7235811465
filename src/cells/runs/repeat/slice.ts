import { READY } from '../../../core/cell-machine.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { RepeatCalls, RepeatProgress, RepeatState } from './contract.ts';

const INITIAL: RepeatState = { run: READY, progress: null, group: null };

export const repeatSlice = defineSlice({ repeat: INITIAL }, ({ setState, run, calls, actions }) => {
  const { start } = calls<RepeatCalls>('runs/repeat');
  let repeating = new AbortController();

  const change = (part: Partial<RepeatState>): void => setState(({ repeat }) => ({ repeat: { ...repeat, ...part } }));

  return {
    actions: {
      async repeatRuns(request) {
        repeating = new AbortController();
        const { signal } = repeating;
        const group = crypto.randomUUID();
        const onProgress = (progress: RepeatProgress): void => {
          change({ progress });
          if (progress.ended) void actions.addRuns([progress.ended]);
        };
        change({ progress: null, group });
        await run('repeat', () => start({ ...request, group }, { signal, onProgress }));
      },
      stopRepeating: () => repeating.abort(),
    },
  };
});
