import type { UserIndex } from './ids.ts';

/** What a model without gradients has learned. Users and movies are dense indices. */
export interface FittedModel {
  /** Predictions in stars, (n), inside the rating scale or not. */
  predict(users: Int32Array, movies: Int32Array): Float32Array;
  /** What the movies are ranked by for a user, highest first, (movies); null where that is the prediction. */
  readonly score: ((user: UserIndex) => Float32Array) | null;
}

/** A fit at work: yields the share that is done, 0 … 1, so that it can be watched and left. */
export type Fit = Generator<number, FittedModel>;
