import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellPart, dealIntoBlocks, GRID, piecesOf, type RatingGrid, ratingGrid, strataOf } from './rating-grid.ts';

const ratings = fc
  .record({ users: fc.integer({ min: 1, max: 40 }), movies: fc.integer({ min: 1, max: 40 }), seed: fc.nat() })
  .chain(({ users, movies, seed }) =>
    fc.array(fc.tuple(fc.nat(users - 1), fc.nat(movies - 1)), { maxLength: 200 }).map((pairs) => ({
      rated: { users: Int32Array.from(pairs, ([user]) => user), movies: Int32Array.from(pairs, ([, movie]) => movie) },
      sizes: { users, movies },
      seed,
    })),
  );

const BLOCKS = Array.from({ length: GRID }, (_, block) => block);

/** The positions that a users' block has in a stratum, whole or in pieces. */
const positionsIn = ({ order, offsets }: RatingGrid, block: number, stratum: number, pieces = 1): number[] =>
  Array.from({ length: pieces }, (_, piece) => {
    const { from, to } = cellPart(offsets, block, stratum, piece, pieces);
    return [...order.subarray(from, to)];
  }).flat();

describe('the grid of ratings', () => {
  test('an epoch has every rating once', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 5 }), fc.nat(9), ({ rated, sizes, seed }, pieces, epoch) => {
        const grid = ratingGrid(rated, sizes, seed);
        const learned = [...strataOf(seed, epoch)].flatMap((stratum) =>
          BLOCKS.flatMap((block) => positionsIn(grid, block, stratum, pieces)),
        );
        expect(learned.sort((a, b) => a - b)).toEqual([...rated.users.keys()]);
      }),
    );
  });

  test('blocks of a stratum share neither a user nor a movie', () => {
    fc.assert(
      fc.property(ratings, fc.nat(GRID - 1), ({ rated, sizes, seed }, stratum) => {
        const grid = ratingGrid(rated, sizes, seed);
        for (const column of [rated.users, rated.movies]) {
          const sets = BLOCKS.map((block) => new Set(positionsIn(grid, block, stratum).map((at) => column[at])));
          const together = sets.reduce((sum, { size }) => sum + size, 0);
          expect(new Set(sets.flatMap((set) => [...set])).size).toBe(together);
        }
      }),
    );
  });

  test('blocks have about equally many ratings', () => {
    const indices = Int32Array.from({ length: 20_000 }, (_, i) => Math.floor(300 * ((i * 0.618) % 1) ** 2));
    const sums = new Float64Array(GRID);
    const blocks = dealIntoBlocks(indices, 300);
    for (const row of indices) (sums[blocks[row] as number] as number)++;
    const share = indices.length / GRID;
    for (const sum of sums) expect(Math.abs(sum - share)).toBeLessThan(0.1 * share);
  });

  test('the order depends on the seed, and the order of strata on the epoch too', () => {
    const users = Int32Array.from({ length: 500 }, (_, i) => i % 20);
    const rated = { users, movies: users.map((_, i) => i % 23) };
    const orderOf = (seed: number) => ratingGrid(rated, { users: 20, movies: 23 }, seed).order;
    expect(orderOf(1)).toEqual(orderOf(1));
    expect(orderOf(1)).not.toEqual(orderOf(2));
    expect(strataOf(1, 0)).toEqual(strataOf(1, 0));
    expect(strataOf(1, 0)).not.toEqual(strataOf(1, 1));
  });

  test('a step has half a million ratings at most, or about that', () => {
    expect([1, 4_000_000, 25_000_000].map(piecesOf)).toEqual([1, 1, 6]);
  });
});
