import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitBiases, predictBiases } from '../baselines.ts';
import { buildRatings } from '../join-ratings.ts';
import type { Ratings } from '../ratings.ts';
import { createBestLists } from './best-lists.ts';
import { fitNeighbours } from './fit-neighbours.ts';
import { residualsOf } from './residuals.ts';
import { findSimilarities, keptPerMovie } from './similarities.ts';

type Row = readonly [user: number, movie: number, stars: number];

const rows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
  ),
  { minLength: 2, maxLength: 70, selector: ([user, movie]) => `${user} ${movie}` },
);

function ratingsOf(list: readonly Row[]): Ratings {
  const column = (at: 0 | 1) => Int32Array.from(list, (row) => row[at]);
  return buildRatings(
    { users: column(0), movies: column(1), stars: Float32Array.from(list, (row) => row[2]), timestamps: null },
    [],
  );
}

const everyOther = (ratings: Ratings): Int32Array => Int32Array.from({ length: Math.ceil(ratings.count / 2) }, (_, i) => 2 * i);

function finish<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** Residuals by user and movie, straight from the definition. */
function residualTable(ratings: Ratings, positions: Int32Array): (number | undefined)[][] {
  const expected = predictBiases(fitBiases(ratings, positions), ratings, positions);
  const table = Array.from({ length: ratings.userIds.size }, () =>
    new Array<number | undefined>(ratings.movieIds.size).fill(undefined),
  );
  positions.forEach((at, i) => {
    const own = table[ratings.users[at] as number] as (number | undefined)[];
    own[ratings.movies[at] as number] = (ratings.stars[at] as number) - (expected[i] as number);
  });
  return table;
}

function similarity(table: (number | undefined)[][], i: number, j: number, shrinkage: number): number {
  const both = table.flatMap((own) => (own[i] === undefined || own[j] === undefined ? [] : [[own[i], own[j]] as const]));
  const sum = (of: (x: number, y: number) => number) => both.reduce((total, [x, y]) => total + of(x, y), 0);
  const product = sum((x, y) => x * y);
  if (!(product > 0)) return 0;
  const cosine = product / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  return (cosine * both.length) / (both.length + shrinkage);
}

test('predicts as brute force does, for every user and movie', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, 3, 100), (list, neighbours, similarityShrinkage) => {
      const ratings = ratingsOf(list);
      const positions = everyOther(ratings);
      const model = finish(fitNeighbours(ratings, positions, { neighbours, similarityShrinkage }));
      const biases = fitBiases(ratings, positions);
      const table = residualTable(ratings, positions);
      for (let user = 0; user < ratings.userIds.size; user++) {
        for (let movie = 0; movie < ratings.movieIds.size; movie++) {
          const near = Array.from({ length: ratings.movieIds.size }, (_, other) => other)
            .filter((other) => other !== movie && table[user]?.[other] !== undefined)
            .map(
              (other) =>
                [Math.fround(similarity(table, movie, other, similarityShrinkage)), table[user]?.[other] as number] as const,
            )
            .filter(([s]) => s > 0)
            .toSorted((a, b) => b[0] - a[0]);
          // Of equally similar movies at the edge either may be taken.
          const edge = near[neighbours - 1]?.[0];
          if (edge !== undefined && near[neighbours] && Math.abs(near[neighbours][0] - edge) < 1e-5) continue;
          const taken = near.slice(0, neighbours);
          const weights = taken.reduce((sum, [s]) => sum + s, 0);
          const deviation = weights > 0 ? taken.reduce((sum, [s, e]) => sum + s * e, 0) / weights : 0;
          const base = biases.mean + (biases.userBias[user] as number) + (biases.movieBias[movie] as number);
          expect(model.predict(Int32Array.of(user), Int32Array.of(movie))[0]).toBeCloseTo(base + deviation, 4);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('similarities are those of the definition, the highest first, as many as are kept; the share done rises to 1', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (list, kept) => {
      const ratings = ratingsOf(list);
      const positions = everyOther(ratings);
      const movies = ratings.movieIds.size;
      const shares: number[] = [];
      const work = findSimilarities(residualsOf(fitBiases(ratings, positions), ratings, positions), movies, 10, kept);
      let next = work.next();
      for (; !next.done; next = work.next()) shares.push(next.value);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
      const table = residualTable(ratings, positions);
      for (let movie = 0; movie < movies; movie++) {
        const all = Array.from({ length: movies }, (_, other) => (other === movie ? 0 : similarity(table, movie, other, 10)));
        const wanted = all
          .filter((s) => s > 1e-7)
          .toSorted((a, b) => b - a)
          .slice(0, kept);
        const found = [...next.value.values.subarray(movie * kept, movie * kept + wanted.length)];
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(wanted[i] as number, 5);
        });
        const items = next.value.items.subarray(movie * kept, movie * kept + wanted.length);
        items.forEach((item, i) => {
          expect(all[item]).toBeCloseTo(found[i] as number, 5);
        });
      }
    }),
  );
});

describe('the highest of each row', () => {
  test('are those that sorting finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (offered, length) => {
          const { lists, offer, sort } = createBestLists(2, length);
          offered.forEach((value, item) => {
            offer(1, item, value);
          });
          sort(1);
          const count = Math.min(length, offered.length);
          expect([...lists.counts]).toEqual([0, count]);
          expect([...lists.values.subarray(length, length + count)]).toEqual(offered.toSorted((a, b) => b - a).slice(0, count));
          for (let i = 0; i < count; i++) {
            expect(offered[lists.items[length + i] as number]).toBe(lists.values[length + i]);
          }
        },
      ),
    );
  });
});

test('memory is bounded: 64 MiB of similarities, or 200 a movie', () => {
  expect(keptPerMovie(1)).toBe(1);
  expect(keptPerMovie(100)).toBe(99);
  expect(keptPerMovie(3706) * 3706).toBeLessThanOrEqual(2 ** 23);
  expect(keptPerMovie(200_000)).toBe(200);
});
