import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBiases, predictBiases } from './baselines.ts';
import { buildRatings } from './join-ratings.ts';
import type { Ratings } from './ratings.ts';

interface Row {
  readonly user: number;
  readonly movie: number;
  readonly stars: number;
}

function ratingsOf(rows: readonly Row[]): Ratings {
  return buildRatings(
    {
      users: Int32Array.from(rows, ({ user }) => user),
      movies: Int32Array.from(rows, ({ movie }) => movie),
      stars: Float32Array.from(rows, ({ stars }) => stars),
      timestamps: new Uint32Array(rows.length),
    },
    [],
  );
}

const row = fc.record({
  user: fc.integer({ min: 1, max: 5 }),
  movie: fc.integer({ min: 1, max: 6 }),
  stars: fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
});
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ user, movie }) => `${user} ${movie}` });
const everything = (ratings: Ratings) => Int32Array.from({ length: ratings.count }, (_, at) => at);

/** Solves A x = b by Gaussian elimination with pivoting. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  const m = a.map((line, i) => [...line, b[i] as number]);
  const cell = (i: number, j: number) => m[i]?.[j] as number;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(cell(i, k)) > Math.abs(cell(pivot, k))) pivot = i;
    [m[k], m[pivot]] = [m[pivot] as number[], m[k] as number[]];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = cell(i, k) / cell(k, k);
      m[i] = (m[i] as number[]).map((value, j) => value - factor * cell(k, j));
    }
  }
  return m.map((line, i) => (line[n] as number) / (line[i] as number));
}

/** The biases at the minimum of Σ (r − μ − b_u − b_i)² + 15 Σ b_u² + 10 Σ b_i², from its normal equations. */
function byNormalEquations({ users, movies, stars, userIds, movieIds }: Ratings, mean: number): number[] {
  const size = userIds.size + movieIds.size;
  const a = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? (i < userIds.size ? 15 : 10) : 0)),
  );
  const b = new Array<number>(size).fill(0);
  stars.forEach((value, at) => {
    const both = [users[at] as number, userIds.size + (movies[at] as number)];
    for (const i of both) {
      b[i] = (b[i] as number) + value - mean;
      for (const j of both) (a[i] as number[])[j] = (a[i]?.[j] as number) + 1;
    }
  });
  return solve(a, b);
}

test('biases solve the normal equations of the regularised least squares', () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const ratings = ratingsOf(rows);
      const mean = rows.reduce((sum, { stars }) => sum + stars, 0) / rows.length;
      const model = fitBiases(ratings, everything(ratings));
      expect(model.mean).toBeCloseTo(mean, 12);
      const exact = byNormalEquations(ratings, mean);
      // Alternating sweeps approach the minimum by n_u / (15 + n_u) · n_i / (10 + n_i) each: 10 leave less than 1e-6 of it.
      [...model.userBias, ...model.movieBias].forEach((bias, i) => {
        expect(bias).toBeCloseTo(exact[i] as number, 4);
      });
    }),
  );
});

test('the user biases are the shrunk mean of what the movies leave over', () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const ratings = ratingsOf(rows);
      const { mean, userBias, movieBias } = fitBiases(ratings, everything(ratings));
      userBias.forEach((bias, user) => {
        const own = [...everything(ratings)].filter((at) => ratings.users[at] === user);
        const left = own.map((at) => (ratings.stars[at] as number) - mean - (movieBias[ratings.movies[at] as number] as number));
        expect(bias).toBeCloseTo(left.reduce((sum, value) => sum + value, 0) / (15 + own.length), 12);
      });
    }),
  );
});

const ROWS: readonly Row[] = [
  { user: 1, movie: 1, stars: 5 },
  { user: 1, movie: 2, stars: 3 },
  { user: 2, movie: 1, stars: 1 },
  { user: 3, movie: 3, stars: 2 },
];

test('only the positions given are learned from: what is held out keeps no trace', () => {
  const ratings = ratingsOf(ROWS);
  const altered = ratingsOf(ROWS.map((row, at) => (at === 0 ? { ...row, stars: 1 } : row)));
  const positions = Int32Array.of(1, 2, 3);
  const model = fitBiases(ratings, positions);
  expect(model).toEqual(fitBiases(altered, positions));
  expect(model.mean).toBe(2);
});

test('a user or movie without training ratings is predicted by what is left of the sum', () => {
  const ratings = ratingsOf(ROWS);
  const model = fitBiases(ratings, Int32Array.of(0, 1, 2));
  const [known, unknown] = predictBiases(model, ratings, Int32Array.of(0, 3));
  expect(unknown).toBe(3);
  expect(known).toBeCloseTo(3 + (model.userBias[0] as number) + (model.movieBias[0] as number), 6);
});

test('equal ratings need no biases', () => {
  const ratings = ratingsOf(ROWS.map((row) => ({ ...row, stars: 3.5 })));
  const model = fitBiases(ratings, everything(ratings));
  expect([...predictBiases(model, ratings, everything(ratings))]).toEqual([3.5, 3.5, 3.5, 3.5]);
});

test('who rates high and what is liked get positive biases', () => {
  const ratings = ratingsOf([
    { user: 1, movie: 1, stars: 5 },
    { user: 1, movie: 2, stars: 4 },
    { user: 2, movie: 1, stars: 3 },
    { user: 2, movie: 2, stars: 2 },
  ]);
  const { userBias, movieBias } = fitBiases(ratings, everything(ratings));
  expect(userBias[0]).toBeGreaterThan(0.05);
  expect(userBias[1]).toBeLessThan(-0.05);
  expect(movieBias[0]).toBeGreaterThan(0.05);
  expect(movieBias[1]).toBeLessThan(-0.05);
});
