import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { isBaseline } from '../core/model-name.ts';
import type { Ratings } from '../core/ratings.ts';
import type { Bench } from './bench.ts';
import { type Material, type MaterialCache, materialOf } from './material.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { workloadOf } from './workload.ts';

/** Of more ratings a part of the material takes longer than whoever looks at the data should wait. */
const MOST_RATINGS = 2 ** 21;

/**
 * Does what comes before the first step of a run, so that the run finds it done: starts and tests the engine, and makes the material unless
 * training has begun by then or other data is loaded. Throws a LabError where the run would.
 */
export async function prepareAhead(bench: Bench, configuration: Configuration): Promise<void> {
  if (isBaseline(configuration.model)) return;
  const data = bench.data.at('train on');
  const isOver = (): boolean => bench.exclusive.training !== null || bench.data.at('train on') !== data;
  await Promise.all([
    bench.engines.makeReady(configuration.engine, configuration),
    data.ratings.count <= MOST_RATINGS && makeMaterial(configuration, data.ratings, bench.material, isOver),
  ]);
}

async function makeMaterial(
  configuration: Configuration,
  ratings: Ratings,
  cache: MaterialCache,
  isOver: () => boolean,
): Promise<void> {
  const material = materialOf(cache, ratings, configuration);
  for (const _ of inPieces(material, configuration)) {
    await yieldToMessages();
    if (isOver()) return;
  }
  const prepared = prepareRun(configuration, ratings, material);
  prepared.forTrainer();
  await yieldToMessages();
  if (!isOver()) prepared.firstWeights();
}

/** Times the engines on the ratings, so that runs begin with as many threads as are best; unless training has begun, which would distort the times. */
export async function timeEngines({ data, engines, exclusive }: Bench, configuration: Configuration): Promise<void> {
  if (exclusive.training !== null || isBaseline(configuration.model)) return;
  await engines.time(configuration.engine, workloadOf(data.at('train on'), configuration));
}

/** `prepareRun` with pauses in which messages come in. */
export async function prepareInPieces(
  configuration: Configuration,
  ratings: Ratings,
  cache: MaterialCache,
): Promise<PreparedRun> {
  const material = materialOf(cache, ratings, configuration);
  for (const _ of inPieces(material, configuration)) await yieldToMessages();
  return prepareRun(configuration, ratings, material);
}

function* inPieces(material: Material, { minRatings }: Configuration): Generator<void> {
  do yield;
  while (!material.baselines.advance());
  yield;
  material.listSample(minRatings);
  yield;
}
