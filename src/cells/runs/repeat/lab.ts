import type { Bench } from '../../../lab/bench.ts';
import { asideOf } from '../../../lab/train-aside.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { RepeatCalls } from './contract.ts';
import { repeatRuns } from './lab/repeat-runs.ts';

export function handlers(bench: Bench): HandlersOf<RepeatCalls> {
  return {
    start: async (request, context) => await repeatRuns(asideOf(bench), request, context),
  };
}
