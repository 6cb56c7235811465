import type { UserIndex } from '../core/ids.ts';
import { holdToScale } from '../core/rating-scale.ts';
import { starsOf } from '../core/target.ts';
import type { Pairs } from '../engines/trainer.ts';
import { measureErrors, readPredictions } from '../training/errors.ts';
import type { FittedRun } from './fitted-run.ts';
import type { TestErrors } from './protocol.ts';
import type { Run } from './run.ts';

/** A run that recommends, however it was trained. */
export type UsableRun = Run | FittedRun;

/** What a run that recommends is asked. Stars are held to the rating scale; scores of a pairwise loss are as they are. */
export interface Scorer {
  /** In stars, (n). */
  predict(pairs: Pairs): Promise<Float32Array>;
  /** Of every movie for this user. */
  score(user: UserIndex): Promise<Scores>;
}

export interface Scores {
  /** Predictions in stars, (movies). */
  readonly stars: Float32Array;
  /** What movies are ranked by, highest first, (movies): not held to the scale, so that the best of them differ. */
  readonly ranking: Float32Array;
}

export const isFitted = (run: UsableRun): run is FittedRun => 'model' in run;

export const scorerOf = (run: UsableRun): Scorer => (isFitted(run) ? fittedScorer(run) : trainedScorer(run));

/** Of an engine's weights. Movies are scored as if the user rated them at the time of their last rating. */
function trainedScorer({ trainer, data, prepared: { configuration, target, calendar } }: Run): Scorer {
  const read = (z: Float32Array): Float32Array => readPredictions(configuration.loss, z, { target, scale: data.ratings.scale });
  return {
    predict: async ({ users, movies, when }) => read(await trainer.predict(users, movies, when)),
    score: async (user) => {
      const users = Int32Array.of(user);
      const z = await trainer.score(users, calendar?.latest(users));
      return { stars: read(z), ranking: z };
    },
  };
}

function fittedScorer({ model, data: { ratings } }: FittedRun): Scorer {
  return {
    predict: async ({ users, movies }) => holdToScale(model.predict(users, movies), ratings.scale),
    score: async (user) => {
      const movies = Int32Array.from({ length: ratings.movieIds.size }, (_, movie) => movie);
      const stars = model.predict(new Int32Array(movies.length).fill(user), movies);
      return { stars: holdToScale(stars, ratings.scale), ranking: model.ranking ?? stars };
    },
  };
}

/** Errors on the test part, in stars or of scores; null where there is none. */
export async function measureTest(run: UsableRun): Promise<TestErrors | null> {
  const { test, target, configuration } = run.prepared;
  if (test.targets.length === 0) return null;
  const predictions = await scorerOf(run).predict(test);
  const errors = measureErrors(configuration.loss, predictions, starsOf(test.targets, target));
  return { error: errors.validationError, mae: errors.validationMae, auc: errors.validationAuc };
}
