import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { isBaseline } from '../core/model-name.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Bench } from './bench.ts';
import { type MaterialCache, materialOf } from './material.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { workloadOf } from './workload.ts';

/** Of more ratings a part of the material takes longer than whoever looks at the data should wait. */
const MOST_RATINGS = 2 ** 21;

/**
 * Does what comes before the first step of a run, so that the run finds it done: chooses the engine, and makes the material unless
 * training has begun by then or other data is loaded. Throws a LabError where the run would.
 */
export async function prepareAhead(bench: Bench, configuration: Configuration): Promise<void> {
  const data = bench.data.at('train on');
  const isOver = (): boolean => bench.exclusive.training !== null || bench.data.at('train on') !== data;
  // What is training would distort the times.
  if (isOver() || isBaseline(configuration.model)) return;
  await bench.engines.choose(configuration.engine, workloadOf(data, configuration));
  if (isOver() || data.ratings.count > MOST_RATINGS) return;
  (await prepareInPieces(configuration, data.ratings, bench.material)).firstWeights();
}

/** `prepareRun` with pauses in which messages come in. */
export async function prepareInPieces(
  configuration: Configuration,
  ratings: Ratings,
  cache: MaterialCache,
): Promise<PreparedRun> {
  const material = materialOf(cache, ratings, configuration);
  await yieldToMessages();
  material.baselines();
  await yieldToMessages();
  material.listSample(configuration.minRatings);
  await yieldToMessages();
  return prepareRun(configuration, ratings, material);
}
