import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../slices.ts';
import { outsideCore } from './k-core.ts';

const USERS = 6;
const MOVIES = 5;

/** Different pairs of a user and a movie. */
const pairs = fc.uniqueArray(fc.tuple(fc.nat(USERS - 1), fc.nat(MOVIES - 1)), { selector: String, maxLength: USERS * MOVIES });
const sizes = fc.record({ perUser: fc.integer({ min: 1, max: 4 }), perItem: fc.integer({ min: 1, max: 4 }) });
type Pairs = readonly (readonly [number, number])[];
type Sizes = { readonly perUser: number; readonly perItem: number };

function core(rows: Pairs, { perUser, perItem }: Sizes): Pairs {
  const columns = { users: Int32Array.from(rows, ([user]) => user), movies: Int32Array.from(rows, ([, movie]) => movie) };
  const isOut = finish(outsideCore(columns, USERS, MOVIES, { perUser, perItem }));
  return rows.filter((_, at) => isOut[at] === 0);
}

const hasEnough = (rows: Pairs, [user, movie]: Pairs[number], { perUser, perItem }: Sizes): boolean =>
  rows.filter(([other]) => other === user).length >= perUser && rows.filter(([, other]) => other === movie).length >= perItem;

/** Takes rows away as long as one of them has too few beside it. */
function byBruteForce(rows: Pairs, asked: Sizes): Pairs {
  const left = rows.filter((row) => hasEnough(rows, row, asked));
  return left.length === rows.length ? rows : byBruteForce(left, asked);
}

test('the core is what repeated leaving out comes to, in which all have enough', () => {
  fc.assert(
    fc.property(pairs, sizes, (rows, asked) => {
      const left = core(rows, asked);
      expect(left).toEqual(byBruteForce(rows, asked));
      expect(core(left, asked)).toEqual(left);
      for (const row of left) expect(hasEnough(left, row, asked)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('no larger set has enough: any set that has lies in the core', () => {
  fc.assert(
    fc.property(
      pairs,
      sizes,
      fc.array(fc.boolean(), { minLength: USERS * MOVIES, maxLength: USERS * MOVIES }),
      (rows, asked, chosen) => {
        const some = byBruteForce(
          rows.filter((_, at) => chosen[at]),
          asked,
        );
        const left = new Set(core(rows, asked).map(String));
        for (const row of some) expect(left.has(String(row))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('a chain of a hundred thousand users goes link by link', () => {
  const length = 100_000;
  const users = Int32Array.from({ length: 2 * length }, (_, at) => at >> 1);
  const movies = Int32Array.from({ length: 2 * length }, (_, at) => (at + 1) >> 1);
  const isOut = finish(outsideCore({ users, movies }, length, length + 1, { perUser: 2, perItem: 2 }));
  expect(isOut.every((out) => out === 1)).toBe(true);
});
