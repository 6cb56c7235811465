import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { isBaseline } from '../core/model-name.ts';
import type { Bench } from './bench.ts';
import { materialOf } from './material.ts';
import { prepareRun } from './prepare-run.ts';
import { workloadOf } from './workload.ts';

/** Of more ratings a part of the material takes longer than whoever looks at the data should wait. */
const MOST_RATINGS = 2 ** 21;

/**
 * Does what comes before the first step of a run, so that the run finds it done: chooses the engine and makes the material, with pauses
 * in which messages come in. Ends early where training begins or the data goes. Throws a LabError where the run would.
 */
export async function prepareAhead(bench: Bench, configuration: Configuration): Promise<void> {
  const data = bench.data.at('train on');
  const { ratings } = data;
  const isOver = (): boolean => bench.exclusive.training !== null || bench.data.at('train on') !== data;
  // What is training would distort the times.
  if (isOver() || isBaseline(configuration.model)) return;
  await bench.engines.choose(configuration.engine, workloadOf(data, configuration));
  if (isOver() || ratings.count > MOST_RATINGS) return;
  const material = materialOf(bench.material, ratings, configuration);
  const parts = [
    material.baselines,
    () => material.listSample(configuration.minRatings),
    () => prepareRun(configuration, ratings, material).firstWeights(),
  ];
  for (const make of parts) {
    await yieldToMessages();
    if (isOver()) return;
    make();
  }
}
