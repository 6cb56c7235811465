import type { EvaluationSettings } from '../../../core/evaluate/evaluation.ts';
import { numberGenres } from '../../../core/evaluate/list-traits.ts';
import { createRankingTask, type RankingTask } from '../../../core/evaluate/ranking-task.ts';
import { pick } from '../../../core/pick.ts';
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

export function prepareMeasured(ratings: Ratings, split: Split, settings: EvaluationSettings, seed: number): Measured {
  const heldOut = split[settings.part];
  return {
    ...settings,
    ratings,
    split,
    heldOut,
    users: pick(ratings.users, heldOut),
    movies: pick(ratings.movies, heldOut),
    truths: pick(ratings.stars, heldOut),
    task: createRankingTask(ratings, { train: split.train, heldOut }, settings),
    genres: numberGenres(ratings.catalogue),
    seed,
  };
}
