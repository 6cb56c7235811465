import type { MovieIndex, UserIndex } from '../../../core/ids.ts';
import { readableTitle } from '../../../core/movie-title.ts';
import { topPositions } from '../../../core/ranking.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { positionsOf } from '../../../core/user-positions.ts';
import type { Model } from '../../../lab/model.ts';
import type { Scores } from '../../../lab/predictor.ts';
import type { ListRequest, MovieCard, RatedMovie, Recommendation } from '../contract.ts';
import { leftOver } from './left-over.ts';

const FAVOURITES = 8;

/**
 * The `count` highest ranked among what the user has not rated and enough users have, beside what the user rated highest
 * (of equals the newest first, without times the one that comes later). `scores` are those of this user.
 */
export function recommendation(
  { runId, data, parts: { heldOut } }: Pick<Model, 'runId' | 'data' | 'parts'>,
  user: UserIndex,
  { stars: predictions, ranking }: Scores,
  { count, minRatings }: ListRequest,
): Omit<Recommendation, 'milliseconds'> {
  const { ratings, statistics } = data;
  const own = positionsOf(ratings, user);
  const isOwn = new Uint8Array(statistics.counts.length);
  for (const at of own) isOwn[ratings.movies[at] as number] = 1;
  const excluded = isOwn.map((is, movie) => (is || (statistics.counts[movie] as number) < minRatings ? 1 : 0));
  const best = topPositions(ranking, count, excluded);
  const card = (movie: MovieIndex): MovieCard => {
    const { id, title, year, genres } = ratings.catalogue[movie] as Ratings['catalogue'][number];
    return {
      movieId: id,
      title: readableTitle(title),
      year,
      genres,
      ratings: statistics.counts[movie] as number,
      predicted: predictions[movie] as number,
    };
  };
  return {
    runId,
    userId: ratings.userIds.idOf(user),
    userRatings: own.length,
    userMeanStars: own.reduce((sum, at) => sum + (ratings.stars[at] as number), 0) / own.length,
    seenInTraining: own.some((at) => heldOut[at] === 0),
    isOrdered: ranking.some((score, movie) => excluded[movie] === 0 && score !== ranking[best[0] as number]),
    movies: best.map((movie) => ({
      ...card(movie as MovieIndex),
      score: ranking[movie] as number,
      meanStars: statistics.meanStars[movie] as number,
    })),
    left: leftOver(statistics.counts, isOwn, count, minRatings),
    favourites: highestRated(ratings, own).map((at): RatedMovie => {
      const stars = ratings.stars[at] as number;
      return { ...card(ratings.movies[at] as MovieIndex), stars, heldOut: heldOut[at] === 1 };
    }),
  };
}

function highestRated({ stars, timestamps }: Ratings, own: readonly number[]): readonly number[] {
  const newer = (a: number, b: number): number => (timestamps ? (timestamps[b] as number) - (timestamps[a] as number) : b - a);
  return own.toSorted((a, b) => (stars[b] as number) - (stars[a] as number) || newer(a, b)).slice(0, FAVOURITES);
}
