import type { Bench } from '../../../lab/bench.ts';
import { asideOf } from '../../../lab/train-aside.ts';
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

/** For runs that are not recorded: they have no number. */
const aside = (bench: Bench): Bench => ({
  ...asideOf(bench),
  runs: { ...bench.runs, name: () => ({ runId: 'leakage', number: 0 }) },
});
