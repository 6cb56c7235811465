import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discountPopularity } from '../../../core/discount.ts';
import type { MovieIndex } from '../../../core/ids.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import { movieStatistics } from '../../../core/movie-statistics.ts';
import type { Movie } from '../../../core/ratings.ts';
import { finish } from '../../../core/slices.ts';
import type { ListRequest, RatedRule } from '../contract.ts';
import { chooseMovies, type OwnRating } from './choose-movies.ts';

const MOVIES = 30;
const GENRES = ['Comedy', 'Drama', 'War'];

/** Thirty movies whose ids are ten times their index, with 1 to 9 ratings each. */
function drawData(counts: readonly number[], years: readonly (number | null)[]) {
  const movies = counts.flatMap((count, movie) => Array.from({ length: count }, () => 10 * movie));
  const columns = {
    users: Int32Array.from(movies.keys()),
    movies: Int32Array.from(movies),
    stars: new Float32Array(movies.length).fill(3),
    timestamps: null,
  };
  const records = counts.map((_, movie) => ({
    id: 10 * movie,
    title: `Tale ${movie}, The`,
    year: years[movie] as number | null,
    genres: GENRES.filter((_, genre) => (movie + genre) % 3 > 0),
  }));
  const ratings = buildRatings(columns, records);
  return { ratings, statistics: finish(movieStatistics(ratings)) };
}

/** All that the list is to be, over every movie, in double precision; of equals those whose ids come first. */
function bySorting(
  { ratings, statistics }: ReturnType<typeof drawData>,
  own: readonly OwnRating[],
  scores: Float32Array,
  { count, minRatings, rated, genre, years, titles, discount = 0 }: ListRequest,
): readonly unknown[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / MOVIES;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / MOVIES);
  const wanted = titles?.split('\n');
  const rows = ratings.catalogue.map((movie, at) => {
    const ratingsOf = statistics.counts[at] as number;
    return { movie, at, ratings: ratingsOf, score: (scores[at] as number) - discount * deviation * Math.log10(ratingsOf) };
  });
  const isIn = ({ movie, at, ratings: given }: { movie: Movie; at: number; ratings: number }): boolean => {
    const ownRating = own.find((each) => each.movie === at);
    if (ownRating && (rated === 'out' || (rated === 'learned-out' && !ownRating.heldOut))) return false;
    if (given < minRatings || (genre && !movie.genres.includes(genre))) return false;
    if (years && (movie.year === null || movie.year < (years[0] ?? 0) || movie.year > (years[1] ?? 9999))) return false;
    return !wanted || wanted.includes(`The Tale ${at}`);
  };
  const order = rows.filter(isIn).sort((a, b) => b.score - a.score || Number(a.movie.id) - Number(b.movie.id));
  return order.slice(0, count).map(({ movie }) => movie.id);
}

const year = fc.option(fc.integer({ min: 1990, max: 1995 }));
const request = fc.record(
  {
    count: fc.integer({ min: 1, max: 40 }),
    minRatings: fc.integer({ min: 1, max: 6 }),
    rated: fc.constantFrom<RatedRule>('out', 'learned-out', 'in'),
    discount: fc.constantFrom(0, 0.5, 2),
    genre: fc.constantFrom(...GENRES),
    years: fc.tuple(year, year),
    titles: fc
      .uniqueArray(fc.nat({ max: MOVIES + 5 }), { minLength: 1 })
      .map((tales) => tales.map((tale) => `The Tale ${tale}`).join('\n')),
  },
  { requiredKeys: ['count', 'minRatings', 'rated'] },
);
const owned = fc.uniqueArray(
  fc.record({ movie: fc.nat({ max: MOVIES - 1 }).map((at) => at as MovieIndex), stars: fc.constant(4), heldOut: fc.boolean() }),
  { selector: ({ movie }) => movie },
);

test('with every filter the list is that of a full sort in double precision, of equals those whose ids come first', () => {
  const data = drawData(
    Array.from({ length: MOVIES }, (_, movie) => 1 + (movie % 9)),
    Array.from({ length: MOVIES }, (_, movie) => (movie % 7 === 0 ? null : 1988 + (movie % 10))),
  );
  const score = fc.constantFrom(1, 2, 2.5, 3).map(Math.fround);
  fc.assert(
    fc.property(fc.array(score, { minLength: MOVIES, maxLength: MOVIES }), owned, request, (scores, own, asked) => {
      const ranking = Float32Array.from(scores);
      const { movies } = chooseMovies(data, own, { stars: ranking, ranking }, asked);
      expect(movies.map(({ movieId }) => movieId)).toEqual(bySorting(data, own, ranking, asked));
    }),
    { numRuns: 500 },
  );
});

describe('of what the user has rated', () => {
  const data = drawData([5, 5, 5], [1990, 1990, 1990]);
  const own = [
    { movie: 0 as MovieIndex, stars: 4.5, heldOut: true },
    { movie: 1 as MovieIndex, stars: 2, heldOut: false },
  ];
  const scores = { stars: Float32Array.of(3, 2, 1), ranking: Float32Array.of(3, 2, 1) };
  const gave = (rated: RatedRule) =>
    chooseMovies(data, own, scores, { count: 3, minRatings: 1, rated }).movies.map(({ movieId, gave }) => [movieId, gave]);

  test('all is left out, or what the model learned from alone, or nothing; what is shown says what they gave', () => {
    const [heldOut, learned] = [
      { stars: 4.5, heldOut: true },
      { stars: 2, heldOut: false },
    ];
    expect(gave('out')).toEqual([[20, null]]);
    expect(gave('learned-out')).toEqual([
      [0, heldOut],
      [20, null],
    ]);
    expect(gave('in')).toEqual([
      [0, heldOut],
      [10, learned],
      [20, null],
    ]);
  });
});

test('titles that no movie has are named as they were typed', () => {
  const data = drawData([5, 5, 5], [1990, 1991, null]);
  const scores = { stars: new Float32Array(3), ranking: new Float32Array(3) };
  const titles = 'tale 1 (1991)\n\nThe Godfather\nTALE 2\nthe godfather';
  const { movies, unmatched } = chooseMovies(data, [], scores, { count: 5, minRatings: 1, titles });
  expect(movies.map(({ movieId }) => movieId)).toEqual([10, 20]);
  expect(unmatched).toEqual(['The Godfather', 'the godfather']);
});

test('a discount of 1 costs a movie with ten times the ratings one standard deviation', () => {
  const scores = Float32Array.of(1, 3, 1, 3);
  expect([...discountPopularity(scores, Int32Array.of(1, 10, 100, 1), 1)]).toEqual([1, 2, -1, 3]);
  expect([...discountPopularity(scores, Int32Array.of(1, 10, 100, 1), 0)]).toEqual([...scores]);
});
