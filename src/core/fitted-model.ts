/** What a model without gradients has learned. Users and movies are dense indices. */
export interface FittedModel {
  /** Predictions in stars, (n), inside the rating scale or not. */
  predict(users: Int32Array, movies: Int32Array): Float32Array;
  /** What every movie is ranked by for a user, highest first, (movies). It may be the same array every time. */
  score(user: number): Float32Array;
  /** Both of every movie for somebody who is not among the users; absent where that takes a fit. */
  fold?(rated: readonly RatedMovie[]): { readonly predicted: Float32Array; readonly scores: Float32Array };
}

/** What somebody gave a movie, by its index. */
export interface RatedMovie {
  readonly movie: number;
  readonly stars: number;
}

/** A fit at work: yields the share that is done, 0 … 1, so that it can be watched and left. */
export type Fit = Generator<number, FittedModel>;
