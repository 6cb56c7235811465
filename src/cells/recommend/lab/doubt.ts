import { HALF, ratingDeviation } from '../../../core/evaluate/coverage.ts';
import type { UserIndex } from '../../../core/ids.ts';
import type { Target } from '../../../core/target.ts';
import type { Doubt } from '../../../engines/trainer.ts';
import type { Model } from '../../../lab/model.ts';
import type { Scores } from '../../../lab/predictor.ts';
import type { Recommendation } from '../contract.ts';

/** How sure a model is of every movie for a user; null where it does not say. */
export async function doubtOf({ predictor, data }: Pick<Model, 'predictor' | 'data'>, user: UserIndex): Promise<Doubt | null> {
  if (!predictor.doubt) return null;
  const count = data.ratings.movieIds.size;
  const movies = Int32Array.from({ length: count }, (_, movie) => movie);
  return await predictor.doubt({ users: new Int32Array(count).fill(user), movies });
}

/**
 * Scores that are lower by one standard deviation of the prediction: about five in six models that fit the ratings agree with more than
 * that. So a movie that few people rated has to be predicted higher to be among the first.
 */
export const lowered = (scores: Scores, { spread }: Doubt, { scale }: Pick<Target, 'scale'>): Scores => ({
  get stars() {
    return scores.stars;
  },
  ranking: scores.ranking.map((score, movie) => score - (spread[movie] as number) / scale),
});

/** The movies with the interval of each. */
export function withIntervals<Found extends Pick<Recommendation, 'movies'>>(
  { data: { ratings } }: Pick<Model, 'data'>,
  found: Found,
  doubt: Doubt | null,
): Found {
  if (!doubt) return found;
  const movies = found.movies.map((movie) => {
    const at = ratings.movieIds.indexOf(movie.movieId) as number;
    return { ...movie, within: HALF * ratingDeviation(doubt.spread[at] as number, doubt.noise) };
  });
  return { ...found, movies };
}
