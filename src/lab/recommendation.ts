import { LabError } from '../core/errors.ts';
import type { MovieIndex, RawId, UserIndex } from '../core/ids.ts';
import { topPositions } from '../core/ranking.ts';
import type { Ratings } from '../core/ratings.ts';
import type { MovieCard, RatedMovie, Recommendation, Wish } from './protocol.ts';
import type { Scores, UsableRun } from './scorer.ts';

const FAVOURITES = 8;

/**
 * The `count` highest ranked among what the user has not rated and enough users have, beside what the user rated highest
 * (of equals the newest first, without times the one that comes later). `scores` are those of this user.
 */
export function recommendation(
  run: UsableRun,
  user: UserIndex,
  { stars: predictions, ranking }: Scores,
  { count, minRatings }: Wish,
): Omit<Recommendation, 'milliseconds'> {
  const { ratings, statistics } = run.data;
  const { heldOut } = run.prepared;
  const own = positionsOf(ratings, user);
  const excluded = Uint8Array.from(statistics.counts, (ratings) => (ratings < minRatings ? 1 : 0));
  for (const at of own) excluded[ratings.movies[at] as number] = 1;
  const card = (movie: MovieIndex): MovieCard => {
    const { id, title, year, genres } = ratings.catalogue[movie] as Ratings['catalogue'][number];
    return {
      movieId: id,
      title,
      year,
      genres,
      ratings: statistics.counts[movie] as number,
      predicted: predictions[movie] as number,
    };
  };
  return {
    runId: run.runId,
    userId: ratings.userIds.idOf(user),
    userRatings: own.length,
    userMeanStars: own.reduce((sum, at) => sum + (ratings.stars[at] as number), 0) / own.length,
    movies: topPositions(ranking, count, excluded).map((movie) => ({
      ...card(movie as MovieIndex),
      meanStars: statistics.meanStars[movie] as number,
    })),
    favourites: highestRated(ratings, own).map((at): RatedMovie => {
      const stars = ratings.stars[at] as number;
      return { ...card(ratings.movies[at] as MovieIndex), stars, heldOut: heldOut[at] === 1 };
    }),
  };
}

/** Throws a LabError that says which ids are valid for a user that the data does not have. */
export function findUser({ userIds }: Ratings, userId: RawId): UserIndex {
  const user = userIds.indexOf(userId);
  if (user !== undefined) return user;
  const [first, last] = [userIds.idOf(0 as UserIndex), userIds.idOf((userIds.size - 1) as UserIndex)];
  const valid =
    userIds.kind === 'text'
      ? `Type an ID as it stands in the file, such as “${first}”.`
      : `Type a whole number from ${first} to ${last}${hasGaps(userIds) ? ' that is in the data' : ''}.`;
  throw new LabError('unknown-user', `There is no user ${userId}.`, valid);
}

function hasGaps({ size, idOf }: Ratings['userIds']): boolean {
  return Number(idOf((size - 1) as UserIndex)) - Number(idOf(0 as UserIndex)) >= size;
}

/** Where a user's ratings stand, ascending. */
export function positionsOf({ users }: Ratings, user: UserIndex): readonly number[] {
  const positions: number[] = [];
  for (let at = users.indexOf(user); at >= 0; at = users.indexOf(user, at + 1)) positions.push(at);
  return positions;
}

function highestRated({ stars, timestamps }: Ratings, own: readonly number[]): readonly number[] {
  const newer = (a: number, b: number): number => (timestamps ? (timestamps[b] as number) - (timestamps[a] as number) : b - a);
  return own.toSorted((a, b) => (stars[b] as number) - (stars[a] as number) || newer(a, b)).slice(0, FAVOURITES);
}
