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
export const comparesAll = (users: number, movies: number, factors: number): boolean => users * movies * factors <= MOST_PRODUCTS;

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
  const { total, draw } = drawing(drawn);
  // An epoch has thousands of steps, and each of them a thousand draws: arrays, which are cleaned up after a step, are faster than maps.
  const times = new Int32Array(movies).fill(NOT_THERE);
  const places = new Int32Array(movies);
  return (users, stepsDone) => {
    const found: number[] = [];
    const find = (movie: number, draws: number): void => {
      if (times[movie] === NOT_THERE) {
        found.push(movie);
        times[movie] = 0;
      }
      times[movie] = (times[movie] as number) + draws;
    };
    const random = createRandom(seed, `list of step ${stepsDone}`);
    for (let i = 0; i < LIST_DRAWS; i++) find(draw(random), 1);
    for (const user of users) for (const movie of moviesOf(liked, user)) find(movie, 0);
    const compared = Int32Array.from(found).sort();
    const corrections = new Float32Array(compared.length);
    compared.forEach((movie, place) => {
      const count = times[movie] as number;
      corrections[place] = count === 0 ? ABSENT : Math.log((count * total) / (LIST_DRAWS * (drawn[movie] as number)));
      places[movie] = place;
      times[movie] = NOT_THERE;
    });
    return { users, movies: compared, corrections, ...pairsOf(liked, users, (movie) => places[movie] as number) };
  };
}

/** Of a movie that is not compared in a step, where how often it was drawn would stand. */
const NOT_THERE = -1;

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

/** Draws places in proportion to their weights. */
function drawing(weights: Float64Array): { readonly total: number; draw(random: Random): number } {
  const { length } = weights;
  let total = 0;
  const upTo = weights.map((weight) => {
    total += weight;
    return total;
  });
  // From where each of so many equal parts of the total begins it is not far to any place (Chen and Asau 1974).
  const starts = Int32Array.from(weights, (_, part) =>
    firstPlace(0, length - 1, (at) => (upTo[at] as number) > (part / length) * total),
  );
  return {
    total,
    draw(random) {
      const part = random.next();
      const value = part * total;
      let at = starts[Math.floor(part * length)] as number;
      while (at > 0 && (upTo[at - 1] as number) > value) at--;
      while (at < length - 1 && (upTo[at] as number) <= value) at++;
      return at;
    },
  };
}
