import type { Bench } from '../../../lab/bench.ts';
import { networkOfModel } from '../../../lab/expect-network.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { InternalsCalls } from './contract.ts';
import { createInspector, type InspectedRun } from './lab/inspection.ts';

export function handlers({ inUse, exclusive, underWay }: Bench): HandlersOf<InternalsCalls> {
  const inspector = createInspector();

  /** Looks into the network that is being trained, else into the one in use. */
  function look<Result>(work: (inspected: InspectedRun) => Promise<Result>): Promise<Result> {
    if (underWay.run) return work({ run: underWay.run, isHalted: exclusive.training?.halted ?? false });
    return inUse.ask((model) => work({ run: networkOfModel(model), isHalted: true }));
  }

  return {
    inspect: (request) => look((inspected) => inspector.inspect(inspected, request)),
    measureWeights: () => look((inspected) => inspector.measureWeights(inspected)),
  };
}
