import type { Bench } from '../../lab/bench.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { EvaluateCalls } from './contract.ts';
import { createEvaluator } from './lab/evaluator.ts';

export function handlers({ inUse, exclusive, matrices }: Bench): HandlersOf<EvaluateCalls> {
  const evaluator = createEvaluator(matrices);
  return {
    evaluate: (request, { report, signal }) =>
      // The weights must stand still.
      exclusive.train(() => inUse.ask((model) => evaluator.evaluate(model, request, { report, signal }))),
  };
}
