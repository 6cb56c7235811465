import type { RatedMovie } from '../core/fitted-model.ts';
import type { Doubt, Pairs } from '../engines/trainer.ts';

/** What a model is asked, however it was trained: whoever recommends, evaluates or exports needs no more. */
export interface Predictor {
  /** In stars, held to the rating scale, or scores of a pairwise loss as they are, (n). */
  predict(pairs: Pairs): Promise<Float32Array>;
  /** Of every movie for each of these users. */
  score(users: Int32Array): Promise<Scores>;
  /** Their `ranking` alone, where that is less work. */
  rank?(users: Int32Array): Promise<Scores['ranking']>;
  /** The same of somebody new with these ratings; absent where that cannot be told without training. */
  fold?(rated: readonly RatedMovie[]): Scores;
  /** How sure it is of its predictions, in stars; absent where nothing honest tells, null where nothing does yet. */
  doubt?(pairs: Pairs): Promise<Doubt | null>;
  /** Aborted when it can no longer answer, such as by a GPU that is gone; the reason is a sentence. */
  readonly lost: AbortSignal;
  /** Frees what it holds. Nothing may be asked of it afterwards. */
  dispose(): void;
}

export interface Scores {
  /** Predictions in stars, (users, movies) row-major; with a pairwise loss scores as they are. Worked out when it is read. */
  readonly stars: Float32Array;
  /** The same of some movies of a single user, where that is less work than all. */
  starsOf?(movies: ArrayLike<number>): Float32Array;
  /** What movies are ranked by, highest first, (users, movies) row-major: not held to the scale, so that the best of them differ. */
  readonly ranking: Float32Array;
}
