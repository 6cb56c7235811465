import type { Ratings } from '../ratings.ts';

/** Who and what occurs in a part of the ratings: 1 where there is a rating, else 0. */
export interface Seen {
  readonly users: Uint8Array; // (users)
  readonly movies: Uint8Array; // (movies)
}

/** Of the ratings at these positions. */
export function seenIn(ratings: Ratings, positions: Int32Array): Seen {
  const users = new Uint8Array(ratings.userIds.size);
  const movies = new Uint8Array(ratings.movieIds.size);
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i] as number;
    users[ratings.users[at] as number] = 1;
    movies[ratings.movies[at] as number] = 1;
  }
  return { users, movies };
}
