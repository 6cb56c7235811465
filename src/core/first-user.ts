import { type GenreEnds, genreEnds } from './genre-ends.ts';
import type { RawId, UserIndex } from './ids.ts';
import type { MovieStatistics } from './movie-statistics.ts';
import { topPositions } from './ranking.ts';
import type { Ratings } from './ratings.ts';
import { overRows, type Sliced } from './slices.ts';

/** Whom the page shows first, and what makes their taste easy to read. */
export interface FirstUser {
  readonly userId: RawId;
  readonly ratings: number;
  /** The share of their ratings that went to well-known movies. */
  readonly known: number;
  /** The genres that they rate highest and lowest on average; null where no two can be compared. */
  readonly genres: GenreEnds | null;
}

/** A reader can still take in so many ratings, and they are enough to learn a taste from; more leave less to recommend. */
const ENOUGH = 100;
const MANY = 300;
/** Well known is the tenth of the movies that most users rated. */
const WELL_KNOWN = 0.1;
/** A uniform spread over a scale has this deviation, as a share of the scale: more is not more readable. */
const SPREAD = 1 / Math.sqrt(12);
/** The genres of so many users are compared: those who do best by all else. */
const CANDIDATES = 200;
const NOBODY = new Uint8Array();

/**
 * The user whose taste is easiest to read: of four shares the product is largest. They are how full the list of ratings is (100 to 300 are
 * best), how many of them are of well-known movies, how widely they are spread over the scale, and how far apart the user's best and
 * worst genre are on it. Of equals the first. Genres count for nothing where the data has none.
 */
export function* chooseFirstUser(ratings: Ratings, { counts }: MovieStatistics): Sliced<FirstUser> {
  const { users, movies, userIds } = ratings;
  const isKnown = wellKnown(counts);
  const sums = startSums(userIds.size);
  yield* overRows(users.length, (from, to) => {
    for (let at = from; at < to; at++)
      addRating(sums, users[at] as number, ratings.stars[at] as number, isKnown[movies[at] as number]);
  });
  const range = ratings.scale.max - ratings.scale.min || 1;
  const scores = Float32Array.from(sums.counts.keys(), (user) => readability(sums, user, range));
  const candidates = topPositions(scores, CANDIDATES, NOBODY);
  const genres = yield* genreEnds(ratings, candidates);
  const contrasts = candidates.map((_, i) => contrastOf(genres[i] ?? null, range));
  const hasGenres = genres.some((found) => found !== null);
  const totals = candidates.map((user, i) => (scores[user] as number) * (hasGenres ? (contrasts[i] as number) : 1));
  const first = totals.indexOf(Math.max(...totals));
  const user = candidates[first] as number;
  const given = sums.counts[user] as number;
  return {
    userId: userIds.idOf(user as UserIndex),
    ratings: given,
    known: (sums.known[user] as number) / given,
    genres: genres[first] ?? null,
  };
}

/** By user. */
interface Sums {
  readonly counts: Int32Array;
  readonly known: Int32Array;
  readonly stars: Float64Array;
  readonly squares: Float64Array;
}

const startSums = (users: number): Sums => ({
  counts: new Int32Array(users),
  known: new Int32Array(users),
  stars: new Float64Array(users),
  squares: new Float64Array(users),
});

function addRating({ counts, known, stars, squares }: Sums, user: number, value: number, isKnown = 0): void {
  counts[user] = (counts[user] as number) + 1;
  known[user] = (known[user] as number) + isKnown;
  stars[user] = (stars[user] as number) + value;
  squares[user] = (squares[user] as number) + value * value;
}

/** 1 for each movie that is among the most rated. */
function wellKnown(counts: Int32Array): Uint8Array {
  const least = counts.toSorted().at(-Math.max(1, Math.ceil(WELL_KNOWN * counts.length))) ?? 0;
  return Uint8Array.from(counts, (count) => (count >= least ? 1 : 0));
}

/** The product of all shares but that of the genres. */
function readability({ counts, known, stars, squares }: Sums, user: number, range: number): number {
  const given = counts[user] as number;
  if (given === 0) return 0;
  const mean = (stars[user] as number) / given;
  const deviation = Math.sqrt(Math.max(0, (squares[user] as number) / given - mean ** 2));
  const full = Math.min(1, given / ENOUGH, MANY / given);
  const spread = Math.min(1, deviation / (SPREAD * range));
  // Where all ratings are equal, everybody has some share all the same.
  return full * ((known[user] as number) / given) * (0.01 + spread);
}

const contrastOf = (genres: GenreEnds | null, range: number): number =>
  genres === null ? 0 : (genres.best.meanStars - genres.worst.meanStars) / range;
