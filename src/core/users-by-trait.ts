import type { UserIndex } from './ids.ts';
import type { MovieStatistics } from './movie-statistics.ts';
import { topPositions } from './ranking.ts';
import type { Ratings } from './ratings.ts';
import { positionsOf } from './user-positions.ts';

export type UserTrait = 'active' | 'eccentric' | 'newest' | 'alike';

/** A user who has a trait more than others, and how much: ratings, stars, seconds since 1970-01-01 UTC, or a correlation. */
export interface TraitUser {
  readonly user: UserIndex;
  readonly figure: number;
  readonly ratings: number;
}

/** Fewer ratings say too little of a taste. */
const LEAST_RATINGS = 20;
/** Movies that two users must share for half of their correlation to count. */
const SHRINKAGE = 20;

/**
 * The users who have a trait most, of equals those whose ids come first. Most active: most ratings. Most eccentric: the root mean square of how
 * far their ratings are from the mean of the others', their own mean difference taken off. Newest: the latest first rating. Alike: the
 * correlation with the ratings of `of` over the movies that both rated, times n / (n + 20).
 */
export function usersByTrait(
  ratings: Ratings,
  statistics: MovieStatistics,
  trait: UserTrait,
  of: UserIndex,
  count: number,
): readonly TraitUser[] {
  const counts = countRatings(ratings);
  const figures = FIGURES[trait](ratings, statistics, counts, of);
  const excluded = Uint8Array.from(figures, (_, user) => (trait === 'alike' && user === of ? 1 : 0));
  return topPositions(figures, count, excluded).map((user) => ({
    user: user as UserIndex,
    figure: figures[user] as number,
    ratings: counts[user] as number,
  }));
}

type Figures = (ratings: Ratings, statistics: MovieStatistics, counts: Int32Array, of: UserIndex) => Float64Array;

/** Not a number where a user cannot be compared. */
const FIGURES: Readonly<Record<UserTrait, Figures>> = {
  active: (_, __, counts) => Float64Array.from(counts),
  eccentric: ({ users, movies, stars }, { counts: rated, meanStars }, counts) => {
    const [sums, squares, compared] = [0, 1, 2].map(() => new Float64Array(counts.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let at = 0; at < users.length; at++) {
      const [movie, user, given] = [movies[at] as number, users[at] as number, stars[at] as number];
      const others = (rated[movie] as number) - 1;
      if (others < 1) continue;
      const apart = given - ((meanStars[movie] as number) * (others + 1) - given) / others;
      sums[user] = (sums[user] as number) + apart;
      squares[user] = (squares[user] as number) + apart * apart;
      compared[user] = (compared[user] as number) + 1;
    }
    return squares.map((square, user) => {
      const n = compared[user] as number;
      return n < LEAST_RATINGS ? Number.NaN : Math.sqrt(Math.max(0, square / n - ((sums[user] as number) / n) ** 2));
    });
  },
  newest: ({ users, timestamps }, _, counts) => {
    const first = new Float64Array(counts.length).fill(Number.NaN);
    if (timestamps === null) return first;
    for (let at = 0; at < users.length; at++) {
      const [user, time] = [users[at] as number, timestamps[at] as number];
      if (!(time >= (first[user] as number))) first[user] = time;
    }
    return first;
  },
  alike: (ratings, _, counts, of) => correlations(ratings, counts, of),
};

function countRatings({ users, userIds }: Ratings): Int32Array {
  const counts = new Int32Array(userIds.size);
  for (const user of users) counts[user] = (counts[user] as number) + 1;
  return counts;
}

function correlations(ratings: Ratings, counts: Int32Array, of: UserIndex): Float64Array {
  const { users, movies, stars, movieIds } = ratings;
  const means = new Float64Array(counts.length);
  for (let at = 0; at < users.length; at++) {
    const user = users[at] as number;
    means[user] = (means[user] as number) + (stars[at] as number) / (counts[user] as number);
  }
  const own = new Float64Array(movieIds.size).fill(Number.NaN);
  for (const at of positionsOf(ratings, of)) own[movies[at] as number] = (stars[at] as number) - (means[of] as number);
  const [both, ours, theirs, shared] = [0, 1, 2, 3].map(() => new Float64Array(counts.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < users.length; at++) {
    const mine = own[movies[at] as number] as number;
    if (Number.isNaN(mine)) continue;
    const user = users[at] as number;
    const other = (stars[at] as number) - (means[user] as number);
    both[user] = (both[user] as number) + mine * other;
    ours[user] = (ours[user] as number) + mine * mine;
    theirs[user] = (theirs[user] as number) + other * other;
    shared[user] = (shared[user] as number) + 1;
  }
  return both.map((sum, user) => {
    const n = shared[user] as number;
    return (sum / Math.sqrt((ours[user] as number) * (theirs[user] as number))) * (n / (n + SHRINKAGE));
  });
}
