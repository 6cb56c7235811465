import { buildRatings } from './join-ratings.ts';
import { createRandom } from './random.ts';
import type { Ratings } from './ratings.ts';

const USERS = 30;
const MOVIES = 20;
/** Of all pairs. */
const FILLED = 0.7;

/**
 * What a class has rated: 30 people in two camps of taste and 20 movies, of which one camp likes one half and the other the other. About 420 ratings,
 * 4 or 5 for what one likes and 1 or 2 for the rest, each `times` as large. All means are about equal, so biases say nothing.
 */
export function classRatings(seed: number, times = 1): Ratings {
  const random = createRandom(seed, 'class');
  const pairs = Array.from({ length: USERS * MOVIES }, (_, at) => ({ user: Math.floor(at / MOVIES), movie: at % MOVIES }));
  const given = pairs.filter(() => random.next() < FILLED);
  const stars = given.map(({ user, movie }) => ((user + movie) % 2 === 0 ? 4 : 1) + Math.floor(2 * random.next()));
  return buildRatings(
    {
      users: Int32Array.from(given, ({ user }) => user + 1),
      movies: Int32Array.from(given, ({ movie }) => movie + 1),
      stars: Float32Array.from(stars, (value) => value * times),
      timestamps: null,
    },
    [],
  );
}
