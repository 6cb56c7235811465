/** What a model without gradients has learned. Users and movies are dense indices. */
export interface FittedModel {
  /** Predictions in stars, (n), inside the rating scale or not. */
  predict(users: Int32Array, movies: Int32Array): Float32Array;
  /** What every movie is ranked by for a user, highest first, (movies). It may be the same array every time. */
  score(user: number): Float32Array;
  /** Both of every movie for somebody who is not among the users; absent where that takes a fit. */
  fold?(rated: readonly RatedMovie[]): { readonly predicted: Float32Array; readonly scores: Float32Array };
  /** Of a model with a weight for each pair of movies: those of one movie with all others, (movies); 0 where there is none. */
  pairWeights?(movie: number): Float32Array;
  /** In stars, (movies); of a model that has them. */
  readonly movieBias?: Float64Array;
}

/** What somebody gave a movie, by its index. */
export interface RatedMovie {
  readonly movie: number;
  readonly stars: number;
}

/** A fit at work: yields the share that is done, 0 … 1, so that it can be watched and left. */
export type Fit = Generator<number, FittedModel>;
