import type { UserIndex } from '../../../core/ids.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { isHeldOut } from '../../../core/split/parts.ts';
import { positionsOf } from '../../../core/user-positions.ts';
import type { Model } from '../../../lab/model.ts';
import type { Scores } from '../../../lab/predictor.ts';
import type { ListRequest, RatedMovie, Recommendation } from '../contract.ts';
import { cardOf, chooseMovies, type OwnRating } from './choose-movies.ts';

const FAVOURITES = 8;

type Asked = Pick<Model, 'runId' | 'data' | 'parts'>;

/**
 * The `count` highest ranked of the movies that pass the request, beside what the user rated highest (of equals the newest first, without
 * times the one that comes later). `scores` are those of this user.
 */
export function recommendation(
  model: Asked,
  user: UserIndex,
  scores: Scores,
  request: ListRequest,
): Omit<Recommendation, 'milliseconds'> {
  const { runId, data, parts } = model;
  const { ratings } = data;
  const own = positionsOf(ratings, user);
  // Worked out when it is read.
  const { stars } = scores;
  return {
    runId,
    userId: ratings.userIds.idOf(user),
    userRatings: own.length,
    userMeanStars: own.reduce((sum, at) => sum + (ratings.stars[at] as number), 0) / own.length,
    seenInTraining: own.some((at) => !isHeldOut(parts.split, at)),
    ...chooseMovies(
      data,
      own.map((at) => ownAt(model, at)),
      scores,
      request,
    ),
    favourites: highestRated(ratings, own).map((at): RatedMovie => {
      const { movie, ...given } = ownAt(model, at);
      return { ...cardOf(data, movie, stars[movie] as number), ...given };
    }),
  };
}

/** The rating at a position. */
export const ownAt = ({ data: { ratings }, parts: { split } }: Pick<Model, 'data' | 'parts'>, at: number): OwnRating => ({
  movie: ratings.movies[at] as OwnRating['movie'],
  stars: ratings.stars[at] as number,
  heldOut: isHeldOut(split, at),
});

function highestRated({ stars, timestamps }: Ratings, own: readonly number[]): readonly number[] {
  const newer = (a: number, b: number): number => (timestamps ? (timestamps[b] as number) - (timestamps[a] as number) : b - a);
  return own.toSorted((a, b) => (stars[b] as number) - (stars[a] as number) || newer(a, b)).slice(0, FAVOURITES);
}
