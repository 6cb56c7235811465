import { LabError } from '../../../core/errors.ts';
import type { Bench } from '../../../lab/bench.ts';
import { refuseBaseline } from '../../../lab/expect-network.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import { workloadOf } from '../../../lab/workload.ts';
import type { EngineCalls } from './contract.ts';

export function handlers({ data, engines, exclusive }: Bench): HandlersOf<EngineCalls> {
  return {
    async compare({ configuration }, { report }) {
      const loaded = data.at('try the engines on');
      refuseBaseline(configuration);
      if (exclusive.training)
        throw new LabError('busy', 'A training run is active and would distort the times.', 'Stop it first.');
      await engines.compare(workloadOf(loaded, configuration), report);
    },
  };
}
