import type { Bench } from '../../../lab/bench.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { LeakageCalls } from './contract.ts';
import { compareSplits } from './lab/compare-splits.ts';

export function handlers(bench: Bench): HandlersOf<LeakageCalls> {
  return {
    compare: async (request, context) => {
      const data = bench.data.at('train on');
      return await bench.exclusive.train((control) => compareSplits({ bench: aside(bench), data, control }, request, context));
    },
  };
}

/** The same bench for runs that are not of the notebook: they have no number, and leave what it knows of its own split alone. */
const aside = (bench: Bench): Bench => ({
  ...bench,
  material: { last: null },
  runs: { ...bench.runs, name: () => ({ runId: 'leakage', number: 0 }) },
});
