import type { Bench } from '../../../lab/bench.ts';
import { asideOf } from '../../../lab/train-aside.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { DuelCalls } from './contract.ts';
import { runDuel } from './lab/run-duel.ts';

export function handlers(bench: Bench): HandlersOf<DuelCalls> {
  return {
    start: async (request, context) => await runDuel(asideOf(bench), request, context),
  };
}
