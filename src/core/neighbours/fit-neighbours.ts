import { fitBiases } from '../baselines.ts';
import type { Fit, FittedModel } from '../fitted-model.ts';
import type { Ratings } from '../ratings.ts';
import type { BestLists } from './best-lists.ts';
import { type Residuals, residualsOf } from './residuals.ts';
import { findSimilarities, keptPerMovie } from './similarities.ts';

export interface NeighbourSettings {
  /** k: how many similar movies a prediction goes by at most. */
  readonly neighbours: number;
  /** λ: two movies must be rated by more users than this for half of their similarity to count. */
  readonly similarityShrinkage: number;
}

/**
 * Item neighbours (Koren 2010, "Factor in the neighbors", section 2.2; Surprise's KNNBaseline): r̂ = b_ui + Σ s_ij (r_uj − b_uj) / Σ s_ij
 * over the k movies j most like i that the user rated, with s_ij > 0; b_ui alone where there is none.
 */
export function* fitNeighbours(
  ratings: Ratings,
  positions: Int32Array,
  { neighbours, similarityShrinkage }: NeighbourSettings,
  kept = keptPerMovie(ratings.movieIds.size),
): Fit {
  const biases = fitBiases(ratings, positions);
  const residuals = residualsOf(biases, ratings, positions);
  const similar = yield* findSimilarities(residuals, ratings.movieIds.size, similarityShrinkage, kept);
  const expected = (user: number, movie: number): number =>
    biases.mean + (biases.userBias[user] as number) + (biases.movieBias[movie] as number);
  const deviation = deviations(residuals, similar, neighbours);
  const predict: FittedModel['predict'] = (users, movies) =>
    Float32Array.from(users, (user, i) => {
      const movie = movies[i] as number;
      return expected(user, movie) + deviation(user, movie);
    });
  const score: FittedModel['score'] = (user) =>
    Float32Array.from({ length: ratings.movieIds.size }, (_, movie) => expected(user, movie) + deviation(user, movie));
  return { predict, score, pairWeights: (movie) => spread(similar, movie), movieBias: biases.movieBias };
}

/** A movie's list as a row over all movies. */
function spread({ length, counts, items, values }: BestLists, movie: number): Float32Array {
  const row = new Float32Array(counts.length);
  for (let at = movie * length; at < movie * length + (counts[movie] as number); at++)
    row[items[at] as number] = values[at] as number;
  return row;
}

/** Σ s_ij e_uj / Σ s_ij of a user and a movie. Quick where pairs of the same user come together. */
function deviations(
  { offsets, movies, values }: Residuals,
  { length, counts, items, values: similarities }: BestLists,
  neighbours: number,
): (user: number, movie: number) => number {
  const own = new Float32Array(counts.length).fill(Number.NaN); // residuals of the user that `current` is, by movie
  let current = -1;

  function turnTo(user: number): void {
    if (current >= 0)
      for (let at = offsets[current] as number; at < (offsets[current + 1] as number); at++)
        own[movies[at] as number] = Number.NaN;
    for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++)
      own[movies[at] as number] = values[at] as number;
    current = user;
  }

  return (user, movie) => {
    if (user !== current) turnTo(user);
    const to = movie * length + (counts[movie] as number);
    let [found, weighted, weights] = [0, 0, 0];
    for (let at = movie * length; at < to && found < neighbours; at++) {
      const residual = own[items[at] as number] as number;
      if (Number.isNaN(residual)) continue;
      const similarity = similarities[at] as number;
      weighted += similarity * residual;
      weights += similarity;
      found++;
    }
    return found > 0 ? weighted / weights : 0;
  };
}
