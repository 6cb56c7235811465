import type { Configuration } from '../hyperparameters.ts';
import { givesScores, isPairwise } from '../loss.ts';
import { isBaseline } from '../model-name.ts';
import { DEFAULTS } from '../settings/tuned.ts';
import type { JobSpeed } from './sizing.ts';

/** What trains elsewhere: Spark's ALS, or Keras on `tf.distribute`. */
export const JOB_KINDS = ['spark', 'tensorflow'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Whether a name is that of a job. */
export const isJob = (name: string): name is JobKind => JOB_KINDS.some((kind) => kind === name);

/** Why no job of a kind trains a configuration, in one sentence; null where one does. */
export function missingJob(kind: JobKind, { model, loss, listWeight }: Configuration): string | null {
  if (isBaseline(model)) return 'This model is fitted without steps. A job trains a dot product, an MLP or a hybrid.';
  if (isPairwise(loss)) return 'No job learns from pairs: choose the aim Stars, or iALS.';
  if (listWeight === 1) return 'No job learns a list by batches: choose the aim Stars, or iALS.';
  if (kind === 'spark') return model === 'dot' ? null : 'Spark has no dense layers: it trains the dot product.';
  return loss === 'implicit' ? 'iALS is solved row by row, which Spark does.' : null;
}

const PLAIN = {
  listWeight: 0,
  gravity: 0,
  ratedSet: false,
  genres: false,
  releaseYear: false,
  ratingTime: false,
  userDrift: false,
  demographics: false,
} as const;

/** What a job trains of a configuration that has one: without features, a list beside the stars and gravity, and on Spark without biases. */
export function jobConfiguration(kind: JobKind, configuration: Configuration): Configuration {
  const plain = { ...configuration, ...PLAIN };
  if (kind === 'tensorflow') return givenByBatches(plain);
  if (givesScores(plain.loss)) return plain;
  const { userFactors } = plain;
  // Without biases the product has to start from the mean.
  return { ...plain, movieFactors: userFactors, loss: 'squared', biases: false, output: 'raw', target: 'standardised' };
}

/** What other ways of training are replaced by, with the settings that belong to it. */
function givenByBatches(configuration: Configuration): Configuration {
  if (['adam', 'lazy-adam', 'sgd', 'adagrad'].includes(configuration.optimizer)) return configuration;
  const { optimizer, learningRate, schedule, decay, epochs, l2, biasL2 } = DEFAULTS.dot;
  return { ...configuration, optimizer, learningRate, schedule, decay, epochs, l2, biasL2 };
}

/** What of a configuration a job leaves out or changes, a sentence each. */
export function jobNotes(kind: JobKind, configuration: Configuration): readonly string[] {
  const { listWeight, gravity, optimizer, biases, loss } = configuration;
  const features = (['ratedSet', 'genres', 'releaseYear', 'ratingTime', 'userDrift', 'demographics'] as const).some(
    (name) => configuration[name],
  );
  const solves = kind === 'spark' && loss === 'implicit';
  return [
    ...(listWeight > 0 ? ['It learns the stars alone, without the list.'] : []),
    ...(features ? ['It has no features.'] : []),
    ...(gravity > 0 ? ['It has no gravity.'] : []),
    ...(kind === 'spark' && !solves && biases ? ['It has no biases: the factors start from the mean.'] : []),
    ...(solves ? ['Spark regularises each row by its liked ratings alone; the last sweep is the page’s iALS.'] : []),
    ...(kind === 'tensorflow' && givenByBatches(configuration).optimizer !== optimizer ? ['It trains with Adam.'] : []),
  ];
}

/** Sweeps of ALS where the page's epochs are of another kind of step. */
const SWEEPS = 15;

export const sweepsOf = ({ loss, optimizer, epochs }: Pick<Configuration, 'loss' | 'optimizer' | 'epochs'>): number =>
  loss === 'implicit' || optimizer === 'als' ? epochs : SWEEPS;

/** Ratings that a core does in a second, with 50 factors: small jobs with their start, so that larger ones do more (docs/performance.md). */
const MEASURED: Readonly<Record<JobKind, number>> = { spark: 20_000, tensorflow: 15_000 };
const MEASURED_FACTORS = 50;

/** What a job does with a configuration on one core. The work of ALS grows with the square of the factors. */
export function jobSpeed(kind: JobKind, configuration: Configuration): JobSpeed {
  if (kind === 'tensorflow') return { passes: configuration.epochs, ratingsPerCoreSecond: MEASURED.tensorflow };
  const work = Math.max(1, configuration.userFactors / MEASURED_FACTORS) ** 2;
  return { passes: sweepsOf(configuration), ratingsPerCoreSecond: MEASURED.spark / work };
}
