/** What a model without gradients has learned. Users and movies are dense indices. */
export interface FittedModel {
  /** Predictions in stars, (n), inside the rating scale or not. */
  predict(users: Int32Array, movies: Int32Array): Float32Array;
  /** What the movies are ranked by, highest first, (movies); null where that is the prediction. */
  readonly ranking: Float32Array | null;
}

/** A fit at work: yields the share that is done, 0 … 1, so that it can be watched and left. */
export type Fit = Generator<number, FittedModel>;
