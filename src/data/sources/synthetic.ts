import { clamp } from '../../core/clamp.ts';
import { createRandom, normal, type Random, shuffle } from '../../core/random.ts';
import type { MovieRecord, RatingColumns } from '../../core/ratings.ts';
import type { Sliced } from '../../core/slices.ts';
import { LEAST_PER_USER, type SyntheticShape, shapeProblem } from '../../core/synthetic-shape.ts';

const FACTORS = 4;
/** Chosen so that biases alone come to about 0.91 stars of RMSE and biases with factors to about 0.85, as on MovieLens 1M. */
const MEAN = 3.62;
const USER_DEVIATION = 0.45;
const MOVIE_DEVIATION = 0.55;
const TASTE_DEVIATION = 0.43;
const NOISE_DEVIATION = 0.85;
const FIRST_TIME = 956_703_932; // 25 April 2000
const SPAN_SECONDS = 60_000_000;
const SLOTS = 65_536;

/**
 * Makes up ratings with a plan behind them: r = round(μ + b_u + b_i + p_u · q_i + ε), whole stars 1 … 5, every user-movie pair
 * at most once, every user with at least 20 ratings, every movie with at least one, popularity by a power law. Ids count from 1;
 * ratings stand by user. The same shape and seed give the same ratings. Throws a RangeError for a shape that cannot be filled so.
 */
export function* synthesise(shape: SyntheticShape, seed: number): Sliced<RatingColumns> {
  const { ratings } = shape;
  const problem = shapeProblem(shape);
  if (problem !== null) throw new RangeError(problem);
  const counts = countPerUser(shape, createRandom(seed, 'activity'));
  const rate = createRater(shape, seed);
  const choose = createMovieChooser(shape, seed);
  const times = createRandom(seed, 'times');
  const columns = {
    users: new Int32Array(ratings),
    movies: new Int32Array(ratings),
    stars: new Float32Array(ratings),
    timestamps: new Uint32Array(ratings),
  };
  const fill = (user: number, from: number, to: number): void => {
    let time = FIRST_TIME + Math.floor(times.next() * SPAN_SECONDS);
    choose(user, columns.movies.subarray(from, to));
    for (let at = from; at < to; at++) {
      const movie = columns.movies[at] as number;
      columns.users[at] = user + 1;
      columns.movies[at] = movie + 1;
      columns.stars[at] = rate(user, movie);
      columns.timestamps[at] = time;
      time += times.nextUint32() & 63;
    }
  };
  let at = 0;
  for (const [user, count] of counts.entries()) {
    fill(user, at, at + count);
    at += count;
    yield count;
  }
  return columns;
}

/** "Synthetic movie 17", one for every id. */
export function syntheticMovies({ movies }: SyntheticShape): readonly MovieRecord[] {
  return Array.from({ length: movies }, (_, movie) => ({
    id: movie + 1,
    title: `Synthetic movie ${movie + 1}`,
    year: null,
    genres: [],
  }));
}

/** Log-normal numbers of ratings with the least there may be, at most five eighths of the movies, and the sum that is asked for. */
function countPerUser({ users, movies, ratings }: SyntheticShape, random: Random): Int32Array {
  const draw = normal(random);
  const most = Math.floor(movies * 0.625);
  const weights = Float64Array.from({ length: users }, () => Math.exp(1.25 * draw()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const toShare = ratings - LEAST_PER_USER * users;
  const counts = Int32Array.from(weights, (weight) => Math.min(most, LEAST_PER_USER + Math.floor((toShare * weight) / total)));
  // What rounding and the upper limit left over goes round in single ratings.
  let left = ratings - counts.reduce((sum, count) => sum + count, 0);
  for (let user = 0; left > 0; user = (user + 1) % users) {
    if ((counts[user] as number) >= most) continue;
    counts[user] = (counts[user] as number) + 1;
    left--;
  }
  return counts;
}

/** Fills an array with different movies for a user: first those that else nobody might rate, then by popularity. */
function createMovieChooser({ users, movies }: SyntheticShape, seed: number): (user: number, chosen: Int32Array) => void {
  const random = createRandom(seed, 'choice');
  const slots = popularitySlots(movies, createRandom(seed, 'popularity'));
  const lastChooser = new Int32Array(movies).fill(-1);
  return (user, chosen) => {
    let count = 0;
    for (let movie = user; movie < movies; movie += users) {
      chosen[count++] = movie;
      lastChooser[movie] = user;
    }
    while (count < chosen.length) {
      const movie = slots[random.nextUint32() >>> 16] as number;
      if (lastChooser[movie] === user) continue;
      lastChooser[movie] = user;
      chosen[count++] = movie;
    }
  };
}

/** A table of movies in which each stands as often as it is popular: by its rank from 0, ∝ 1 / (rank + c)². */
function popularitySlots(movies: number, random: Random): Int32Array {
  const ranked = shuffle(
    Int32Array.from({ length: movies }, (_, movie) => movie),
    random,
  );
  const weightOf = (rank: number): number => (rank + movies / 10) ** -2;
  const total = ranked.reduce((sum, _, rank) => sum + weightOf(rank), 0);
  const slots = new Int32Array(SLOTS);
  let mass = 0;
  let at = 0;
  ranked.forEach((movie, rank) => {
    mass += weightOf(rank);
    const end = Math.round((SLOTS * mass) / total);
    slots.fill(movie, at, end);
    at = end;
  });
  return slots;
}

/** Stars by the plan; its noise is drawn afresh at every call. */
function createRater({ users, movies }: SyntheticShape, seed: number): (user: number, movie: number) => number {
  const draw = normal(createRandom(seed, 'plan'));
  const drawTable = (rows: number, columns: number, deviation: number) =>
    Float32Array.from({ length: rows * columns }, () => deviation * draw());
  const userBias = drawTable(users, 1, USER_DEVIATION);
  const movieBias = drawTable(movies, 1, MOVIE_DEVIATION);
  const userFactors = drawTable(users, FACTORS, 1);
  const movieFactors = drawTable(movies, FACTORS, TASTE_DEVIATION / Math.sqrt(FACTORS));
  return (user, movie) => {
    let stars = MEAN + (userBias[user] as number) + (movieBias[movie] as number) + NOISE_DEVIATION * draw();
    for (let d = 0; d < FACTORS; d++) {
      stars += (userFactors[user * FACTORS + d] as number) * (movieFactors[movie * FACTORS + d] as number);
    }
    return clamp(Math.round(stars), 1, 5);
  };
}
