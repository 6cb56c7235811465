import { firstPlace } from './first-place.ts';
import type { Configuration } from './hyperparameters.ts';
import type { RowLists } from './lists.ts';
import { createRandom, type Random } from './random.ts';
import type { Ratings } from './ratings.ts';

/**
 * The second task of a model: of all movies, which will a user like? In a step it stands beside the batch of ratings with the next users
 * of the epoch's order: weight · (softmax · mean of −ln softmax over movies of each liked one + l2 · (mean ‖user's factors‖² of these users +
 * mean ‖movie's factors‖² of these movies)), and what the ratings bring counts 1 − weight.
 */
export interface ListTask {
  /** 0 < w ≤ 1; at 1 no rating is learned from. */
  readonly weight: number;
  readonly softmax: number;
  readonly l2: number;
  /** Of every user the movies that they liked, each once. */
  readonly liked: RowLists;
  /** Of every movie how often it is drawn, in proportion; null where a step compares all movies. */
  readonly drawn: Float64Array | null;
}

/** What a step's list task looks at. */
export interface ListBatch {
  readonly users: Int32Array;
  /** Each once. */
  readonly movies: Int32Array;
  /** Added to the score of each movie, but of those that a user liked; zeros where all movies are compared. */
  readonly corrections: Float32Array; // (movies)
  /** Who liked what: positions in `users` and in `movies`, user by user. */
  readonly likers: Int32Array;
  readonly liked: Int32Array;
}

/** Movies drawn for a step where not all are compared. */
export const LIST_DRAWS = 1024;

/** The correction of a movie that is there because somebody else liked it: as if it were not. */
const ABSENT = -100;

/** More multiplications than this, of every user with every movie, and movies are drawn. */
const MOST_PRODUCTS = 4e9;

/** Whether a step can afford to compare all movies. */
const comparesAll = (users: number, movies: number, factors: number): boolean => users * movies * factors <= MOST_PRODUCTS;

/** What −ln softmax counts beside squared errors of stars, before the weight. */
export const SOFTMAX = 0.5;

/** The task of a configuration on the ratings at `positions`. Movies are drawn by how often they were rated, and one time more. */
export function listTaskOf(
  { listWeight, listL2, movieFactors }: Pick<Configuration, 'listWeight' | 'listL2' | 'movieFactors'>,
  liked: RowLists,
  { userIds, movieIds, movies }: Ratings,
  positions: Int32Array,
): ListTask {
  const task = { weight: listWeight, softmax: SOFTMAX, l2: listL2, liked };
  if (comparesAll(userIds.size, movieIds.size, movieFactors)) return { ...task, drawn: null };
  const drawn = new Float64Array(movieIds.size).fill(1);
  for (const at of positions) drawn[movies[at] as number] = (drawn[movies[at] as number] as number) + 1;
  return { ...task, drawn };
}

/** The users who liked something and not everything, ascending. */
export function listedUsers({ offsets }: RowLists, movies: number): Int32Array {
  const count = (user: number): number => (offsets[user + 1] as number) - (offsets[user] as number);
  return Int32Array.from(offsets.keys()).filter((user) => user < offsets.length - 1 && count(user) > 0 && count(user) < movies);
}

/** The users of step `step` (0-based) of so many. */
export function usersOfStep(users: Int32Array, step: number, steps: number): Int32Array {
  return users.subarray(Math.floor((step * users.length) / steps), Math.floor(((step + 1) * users.length) / steps));
}

/** What the list task looks at in a step of a run (0-based), for its users. */
export type ListBatches = (users: Int32Array, stepsDone: number) => ListBatch;

/**
 * Where movies are drawn, a score is corrected by −ln of how often its movie was to be expected (Bengio and Senécal 2003): then the sum of
 * the exponentials is in expectation that over all movies.
 */
export function createListBatches(task: ListTask, movies: number, seed: number): ListBatches {
  const batches = batchesOf(task, movies, seed);
  return (users, stepsDone) => (users.length === 0 ? NOTHING : batches(users, stepsDone));
}

const NOTHING: ListBatch = {
  users: new Int32Array(),
  movies: new Int32Array(),
  corrections: new Float32Array(),
  likers: new Int32Array(),
  liked: new Int32Array(),
};

function batchesOf({ liked, drawn }: ListTask, movies: number, seed: number): ListBatches {
  if (drawn === null) {
    const all = Int32Array.from({ length: movies }, (_, movie) => movie);
    const corrections = new Float32Array(movies);
    return (users) => ({ users, movies: all, corrections, ...pairsOf(liked, users, (movie) => movie) });
  }
  const upTo = addUp(drawn);
  const total = upTo.at(-1) as number;
  return (users, stepsDone) => {
    const times = drawTimes(upTo, createRandom(seed, `list of step ${stepsDone}`));
    for (const user of users) for (const movie of moviesOf(liked, user)) if (!times.has(movie)) times.set(movie, 0);
    const compared = Int32Array.from(times.keys()).sort();
    const corrections = Float32Array.from(compared, (movie) => {
      const count = times.get(movie) as number;
      return count === 0 ? ABSENT : Math.log((count * total) / (LIST_DRAWS * (drawn[movie] as number)));
    });
    const places = new Map(Array.from(compared, (movie, place) => [movie, place]));
    return { users, movies: compared, corrections, ...pairsOf(liked, users, (movie) => places.get(movie) as number) };
  };
}

const moviesOf = ({ offsets, rows }: RowLists, user: number): Int32Array => rows.subarray(offsets[user], offsets[user + 1]);

function pairsOf(lists: RowLists, users: Int32Array, placeOf: (movie: number) => number): Pick<ListBatch, 'likers' | 'liked'> {
  const count = users.reduce((sum, user) => sum + moviesOf(lists, user).length, 0);
  const [likers, liked] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  users.forEach((user, liker) => {
    for (const movie of moviesOf(lists, user)) {
      likers[at] = liker;
      liked[at++] = placeOf(movie);
    }
  });
  return { likers, liked };
}

function addUp(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/** How often each movie was drawn, with replacement; of those that were. */
function drawTimes(upTo: Float64Array, random: Random): Map<number, number> {
  const times = new Map<number, number>();
  const total = upTo.at(-1) as number;
  for (let i = 0; i < LIST_DRAWS; i++) {
    const value = random.next() * total;
    const movie = firstPlace(0, upTo.length - 1, (at) => (upTo[at] as number) > value);
    times.set(movie, (times.get(movie) ?? 0) + 1);
  }
  return times;
}
