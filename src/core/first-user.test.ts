import { expect, it } from 'vitest';
import { chooseFirstUser, type FirstUser } from './first-user.ts';
import { buildRatings } from './join-ratings.ts';
import { movieStatistics } from './movie-statistics.ts';
import type { MovieRecord } from './ratings.ts';
import { finish } from './slices.ts';

interface Given {
  readonly user: number;
  readonly movie: number;
  readonly stars: number;
}

function choose(given: readonly Given[], genres: (movie: number) => readonly string[] = () => []): FirstUser {
  const columns = {
    users: Int32Array.from(given, ({ user }) => user),
    movies: Int32Array.from(given, ({ movie }) => movie),
    stars: Float32Array.from(given, ({ stars }) => stars),
    timestamps: null,
  };
  const records = [...new Set(columns.movies)].map((id): MovieRecord => ({ id, title: `${id}`, year: null, genres: genres(id) }));
  const ratings = buildRatings(columns, records);
  return finish(chooseFirstUser(ratings, finish(movieStatistics(ratings))));
}

/** `count` ratings of the movies from `first` on. */
const gives = (user: number, count: number, stars: (movie: number) => number, first = 1): readonly Given[] =>
  Array.from({ length: count }, (_, at) => ({ user, movie: first + at, stars: stars(first + at) }));

const spread = (movie: number): number => 1 + (movie % 5);

it('takes a full list before a short one, and before one that is too long to read', () => {
  const few = gives(1, 20, spread);
  const many = gives(2, 1200, spread);
  expect(choose([...few, ...many, ...gives(3, 150, spread)])).toMatchObject({ userId: 3, ratings: 150 });
});

it('takes one who uses the scale before one who likes everything', () => {
  expect(choose([...gives(1, 100, () => 4), ...gives(2, 100, spread), ...gives(3, 100, () => 5)]).userId).toBe(2);
});

it('takes one who rated what many know before one of rarities', () => {
  const crowd = Array.from({ length: 30 }, (_, at) => gives(100 + at, 40, () => 4)).flat();
  const found = choose([...crowd, ...gives(1, 120, spread, 500), ...gives(2, 120, spread)]);
  expect(found.userId).toBe(2);
  expect(found.known).toBeLessThan(1);
});

it('takes one whose genres lie far apart, and says which', () => {
  const genres = (movie: number): readonly string[] => [movie % 2 === 0 ? 'Drama' : 'Horror'];
  const clear = gives(2, 100, (movie) => (movie % 2 === 0 ? 5 : 1));
  const found = choose([...gives(1, 100, spread), ...clear], genres);
  expect(found).toMatchObject({
    userId: 2,
    genres: { best: { genre: 'Drama', meanStars: 5 }, worst: { genre: 'Horror', meanStars: 1 } },
  });
});

it('of equals takes the first, and somebody even where all ratings are equal', () => {
  expect(choose([...gives(7, 30, spread), ...gives(3, 30, spread)]).userId).toBe(3);
  expect(choose([...gives(9, 3, () => 5), ...gives(7, 3, () => 5)])).toEqual({ userId: 7, ratings: 3, known: 1, genres: null });
});
