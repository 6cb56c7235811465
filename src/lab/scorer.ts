import type { UserIndex } from '../core/ids.ts';
import { toStars, toTarget } from '../core/target.ts';
import type { Pairs } from '../engines/trainer.ts';
import { validate } from '../training/train.ts';
import type { FittedRun } from './fitted-run.ts';
import type { TestErrors } from './protocol.ts';
import type { Run } from './run.ts';

/** A run that recommends, however it was trained. */
export type UsableRun = Run | FittedRun;

/** What a run that recommends is asked. */
export interface Scorer {
  /** In stars, (n). */
  predict(pairs: Pairs): Promise<Float32Array>;
  /** Of every movie for this user. */
  score(user: UserIndex): Promise<Scores>;
}

export interface Scores {
  /** Predictions in stars, (movies). */
  readonly stars: Float32Array;
  /** What movies are ranked by, highest first, (movies). */
  readonly ranking: Float32Array;
}

export const isFitted = (run: UsableRun): run is FittedRun => 'model' in run;

export const scorerOf = (run: UsableRun): Scorer => (isFitted(run) ? fittedScorer(run) : trainedScorer(run));

/** Of an engine's weights. Movies are scored as if the user rated them at the time of their last rating. */
function trainedScorer({ trainer, prepared: { target, calendar } }: Run): Scorer {
  const inStars = (z: Float32Array): Float32Array => z.map((value) => toStars(value, target));
  return {
    predict: async ({ users, movies, when }) => inStars(await trainer.predict(users, movies, when)),
    score: async (user) => {
      const users = Int32Array.of(user);
      const stars = inStars(await trainer.score(users, calendar?.latest(users)));
      return { stars, ranking: stars };
    },
  };
}

function fittedScorer({ model, data }: FittedRun): Scorer {
  return {
    predict: async ({ users, movies }) => model.predict(users, movies),
    score: async (user) => {
      const movies = Int32Array.from({ length: data.ratings.movieIds.size }, (_, movie) => movie);
      const stars = model.predict(new Int32Array(movies.length).fill(user), movies);
      return { stars, ranking: model.ranking ?? stars };
    },
  };
}

/** Errors on the test part; null where there is none. */
export async function measureTest(run: UsableRun): Promise<TestErrors | null> {
  const { test, target, configuration } = run.prepared;
  if (test.targets.length === 0) return null;
  const predictions = (await scorerOf(run).predict(test)).map((stars) => toTarget(stars, target));
  const { validationError, validationMae, validationAuc } = validate(configuration.loss, predictions, test);
  return {
    error: validationError * target.scale,
    mae: validationMae === null ? null : validationMae * target.scale,
    auc: validationAuc,
  };
}
