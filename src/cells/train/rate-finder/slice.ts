import { READY } from '../../../core/cell-machine.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { RateFinderCalls, RateFinderState, RateTrial } from './contract.ts';

const INITIAL: RateFinderState = { run: READY, trials: [], suggestion: null };

export const rateFinderSlice = defineSlice({ rateFinder: INITIAL }, ({ getState, setState, run, calls }) => {
  const { find } = calls<RateFinderCalls>('train/rate-finder');
  let searching = new AbortController();

  const onProgress = (trial: RateTrial): void =>
    setState(({ rateFinder }) => ({ rateFinder: { ...rateFinder, trials: [...rateFinder.trials, trial] } }));

  return {
    actions: {
      async findLearningRate() {
        searching = new AbortController();
        const { signal } = searching;
        setState(({ rateFinder }) => ({ rateFinder: { ...rateFinder, trials: [], suggestion: null } }));
        await run('rateFinder', async () => {
          const { rate } = await find({ configuration: selectConfiguration(getState()) }, { onProgress, signal });
          setState(({ rateFinder }) => ({ rateFinder: { ...rateFinder, suggestion: rate } }));
        });
      },
      stopFinding: () => searching.abort(),
    },
  };
});
