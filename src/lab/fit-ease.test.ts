import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { easeCost, requireFit } from '../core/ease/cost.ts';
import { type EaseSettings, fitEase } from '../core/ease/fit-ease.ts';
import type { FittedModel } from '../core/fitted-model.ts';
import { buildRatings } from '../core/join-ratings.ts';
import { likingsOf } from '../core/preferences.ts';
import { createRandom } from '../core/random.ts';
import type { Ratings } from '../core/ratings.ts';
import { moduleName } from '../engines/simd/host.ts';
import { symmetricMatrices } from '../engines/simd/inverse/matrix.ts';

const createMatrix = symmetricMatrices(await (await createNodeHost(1)).loadModule(moduleName(1)));

const USERS = 30;
const MOVIES = 20;

/** Every third pair or so, with 1 to 5 stars; the last movie has only single stars. */
function drawRatings(): Ratings {
  const random = createRandom(5, 'ease');
  const pairs = Array.from({ length: USERS * MOVIES }, (_, pair) => pair).filter((pair) => pair % 7 === 0 || random.next() < 0.4);
  const users = pairs.map((pair) => Math.floor(pair / MOVIES));
  const movies = pairs.map((pair) => pair % MOVIES);
  const stars = movies.map((movie) => (movie === MOVIES - 1 ? 1 : 1 + Math.floor(5 * random.next())));
  const columns = { users: Int32Array.from(users), movies: Int32Array.from(movies), stars: Float32Array.from(stars) };
  return buildRatings({ ...columns, timestamps: null }, []);
}

const RATINGS = drawRatings();
const ALL = Int32Array.from({ length: RATINGS.count }, (_, at) => at);

function fitAll(settings: EaseSettings, positions = ALL): FittedModel {
  const work = fitEase(RATINGS, positions, settings, createMatrix);
  let last = 0;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    expect(next.value).toBeGreaterThanOrEqual(last);
    last = next.value;
  }
}

/** X · B by the formula, over all movies, in double precision. */
function slowScores({ liked, ridge }: EaseSettings): readonly (readonly number[])[] {
  const x = Array.from({ length: USERS }, () => new Float64Array(MOVIES));
  const { positions, weights } = likingsOf(liked, RATINGS, ALL);
  positions.forEach((at, i) => {
    (x[RATINGS.users[at] as number] as Float64Array)[RATINGS.movies[at] as number] = weights[i] as number;
  });
  const range = Array.from({ length: MOVIES }, (_, i) => i);
  const gram = range.map((i) =>
    range.map((j) => x.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), i === j ? ridge : 0)),
  );
  const p = invert(gram);
  const at = (matrix: readonly (readonly number[])[], i: number, j: number): number => (matrix[i] as number[])[j] as number;
  const b = range.map((i) => range.map((j) => (i === j ? 0 : -at(p, i, j) / at(p, j, j))));
  return x.map((row) => range.map((j) => range.reduce((sum, i) => sum + (row[i] as number) * at(b, i, j), 0)));
}

function invert(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let p = 0; p < n; p++) {
    const pivot = rows[p] as number[];
    const first = pivot[p] as number;
    pivot.forEach((value, j) => {
      pivot[j] = value / first;
    });
    for (const row of rows) {
      const factor = row[p] as number;
      if (row !== pivot) {
        row.forEach((value, j) => {
          row[j] = value - factor * (pivot[j] as number);
        });
      }
    }
  }
  return rows.map((row) => row.slice(n));
}

describe('EASE^R', () => {
  test.each(['high', 'mean', 'all', 'stars'] as const)('scores as the formula does, with X from %s', (liked) => {
    const settings = { liked, ridge: 3 };
    const { score } = fitAll(settings);
    slowScores(settings).forEach((wanted, user) => {
      const actual = score(user);
      wanted.forEach((value, movie) => {
        expect(actual[movie]).toBeCloseTo(value, 4);
      });
    });
  });

  test('the weights of single movies add up to the scores', () => {
    const { score, pairWeights } = fitAll({ liked: 'all', ridge: 3 });
    for (const user of [0, 7]) {
      const rated = ALL.filter((at) => RATINGS.users[at] === user).map((at) => RATINGS.movies[at] as number);
      const rows = Array.from(rated, (movie) => pairWeights?.(movie) as Float32Array);
      score(user).forEach((wanted, movie) => {
        expect(rows.reduce((sum, row) => sum + (row[movie] as number), 0)).toBeCloseTo(wanted, 4);
      });
    }
  });

  test('gives a movie that nobody liked a score of 0, as the formula does', () => {
    const { score } = fitAll({ liked: 'high', ridge: 3 });
    expect(score(0)[MOVIES - 1]).toBe(0);
  });

  test('says so where nothing is liked', () => {
    const low = ALL.filter((at) => (RATINGS.stars[at] as number) < 3);
    expect(() => fitAll({ liked: 'high', ridge: 3 }, low)).toThrow(/No rating of the training part counts as liked/);
  });

  test('tells what a table costs, and refuses one that does not fit', () => {
    expect(easeCost(3706)).toMatchObject({ bytes: 4 * 3706 ** 2, fits: true });
    expect(() => requireFit(easeCost(16_384))).not.toThrow();
    expect(() => requireFit(easeCost(27_278))).toThrow('EASE needs a table of 27,278 × 27,278 numbers: 2.8 GiB');
  });
});
