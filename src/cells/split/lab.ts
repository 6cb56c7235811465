import { inSlices } from '../../core/in-slices.ts';
import { reportSplit } from '../../core/split/report.ts';
import type { Bench } from '../../lab/bench.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { SplitCalls } from './contract.ts';

export function handlers({ data }: Bench): HandlersOf<SplitCalls> {
  return {
    report: async ({ settings }) => await inSlices(reportSplit(data.at('look at').ratings, settings), () => {}),
  };
}
