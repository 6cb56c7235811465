import { isBaseline } from '../../../core/model-name.ts';
import { LARGE_FROM } from '../../../core/settings/data-size.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { workloadOf } from '../../../lab/workload.ts';
import type { AtOnceRequest } from '../contract.ts';

/** A browser may report more cores than there are; two are nearly always. */
const SURE_CORES = 2;

/**
 * How many trials are trained side by side, each on one thread: those need not wait for each other, as threads do that share a trial. As many
 * as the engine is best used with threads, and two where it has no threads but there are cores. On large data one, since each worker has a copy of
 * the ratings; and one of what our own engine does not train.
 *
 * @param cores that the machine says it has
 */
export async function countLanes(
  { engines }: Bench,
  data: LabData,
  { configuration, engine }: Pick<AtOnceRequest, 'configuration' | 'engine'>,
  cores: number = navigator.hardwareConcurrency,
): Promise<number> {
  if (isBaseline(configuration.model) || data.ratings.count >= LARGE_FROM) return 1;
  const workload = workloadOf(data, configuration);
  await engines.time(engine ?? configuration.engine, workload);
  const chosen = await engines.choose(engine ?? configuration.engine, workload);
  if (chosen.engine.name !== 'simd') return 1;
  const threads = chosen.checks.find(({ name }) => name === 'simd')?.threads ?? 1;
  return Math.max(threads, Math.min(SURE_CORES, cores));
}
