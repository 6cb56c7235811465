import type { Bench } from '../../../lab/bench.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { BesideCalls } from './contract.ts';
import { compareLists } from './lab/compare-lists.ts';
import { createOthers } from './lab/others.ts';

export function handlers(bench: Bench): HandlersOf<BesideCalls> {
  const others = createOthers(bench);
  return {
    compare: (asked) => bench.inUse.ask(async (model) => compareLists(model, await others(model, asked.other), asked)),
  };
}
