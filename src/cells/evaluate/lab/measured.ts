import type { EvaluationSettings } from '../../../core/evaluate/evaluation.ts';
import { numberGenres } from '../../../core/evaluate/list-traits.ts';
import { createRankingTask, drawUsers, type RankingTask } from '../../../core/evaluate/ranking-task.ts';
import { pick } from '../../../core/pick.ts';
import { createRandom } from '../../../core/random.ts';
import type { Ratings } from '../../../core/ratings.ts';
import type { Split } from '../../../core/split/parts.ts';

/** What every model is measured on: the same ratings and the same users. */
export interface Measured extends EvaluationSettings {
  readonly ratings: Ratings;
  readonly split: Split;
  /** Positions of the held-out part. */
  readonly heldOut: Int32Array;
  readonly users: Int32Array; // (heldOut)
  readonly movies: Int32Array; // (heldOut)
  readonly truths: Float32Array; // (heldOut), stars
  readonly task: RankingTask;
  readonly genres: ReturnType<typeof numberGenres>;
  /** Of the resamples. */
  readonly seed: number;
}

/** A list of every user takes a score of every movie: of more scores than these, drawn users get one. With them a model takes less than a minute. */
const MOST_SCORES = 2 ** 30;

export function prepareMeasured(
  ratings: Ratings,
  split: Split,
  settings: EvaluationSettings,
  seed: number,
  mostScores = MOST_SCORES,
): Measured {
  const heldOut = split[settings.part];
  const task = createRankingTask(ratings, { train: split.train, heldOut }, settings);
  return {
    ...settings,
    ratings,
    split,
    heldOut,
    users: pick(ratings.users, heldOut),
    movies: pick(ratings.movies, heldOut),
    truths: pick(ratings.stars, heldOut),
    task: drawUsers(task, Math.ceil(mostScores / ratings.movieIds.size), createRandom(seed, 'measured users')),
    genres: numberGenres(ratings.catalogue),
    seed,
  };
}
