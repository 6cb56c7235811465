import type { Configuration, EngineName } from '../../../core/hyperparameters.ts';
import { isBaseline } from '../../../core/model-name.ts';
import { LARGE_FROM } from '../../../core/settings/defaults.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { workloadOf } from '../../../lab/workload.ts';

/**
 * How many trials are trained side by side: as many as the engine has threads, since threads that work on trials of their own need not wait for
 * each other. On large data one, as each worker has a copy of the ratings; and one of what is not trained on our own engine.
 */
export async function countLanes(
  { engines }: Bench,
  data: LabData,
  configuration: Configuration,
  engine: EngineName | null,
): Promise<number> {
  if (isBaseline(configuration.model) || data.ratings.count >= LARGE_FROM) return 1;
  const chosen = await engines.choose(engine ?? configuration.engine, workloadOf(data, configuration));
  if (chosen.engine.name !== 'simd') return 1;
  return chosen.checks.find(({ name }) => name === 'simd')?.threads ?? 1;
}
