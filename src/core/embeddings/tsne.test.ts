import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { type Affinities, affinitiesOf } from './affinities.ts';
import { Quadtree } from './quadtree.ts';
import { gradientOf, tsne } from './tsne.ts';

/** All others are neighbours of each row, at random distances. */
function everybody(rows: number, perplexity = 3) {
  const random = createRandom(rows, 'distances');
  const length = rows - 1;
  const items = Int32Array.from({ length: rows * length }, (_, at) => {
    const [row, i] = [Math.floor(at / length), at % length];
    return i < row ? i : i + 1;
  });
  const distances = Float64Array.from(items, () => 2 * random.next());
  return { distances, affinities: affinitiesOf({ length, items, distances }, perplexity) };
}

const someWhere = (rows: number, scale = 1): Float64Array => {
  const draw = normal(createRandom(7, 'positions'));
  return Float64Array.from({ length: 2 * rows }, () => scale * draw());
};

const squareOf = (positions: Float64Array, a: number, b: number): number =>
  ((positions[2 * a] as number) - (positions[2 * b] as number)) ** 2 +
  ((positions[2 * a + 1] as number) - (positions[2 * b + 1] as number)) ** 2;

/** Σ p ln (p / q) over all pairs, in the plainest way. */
function divergence({ length, items, shares }: Affinities, positions: Float64Array): number {
  const rows = positions.length / 2;
  const joint = Array.from({ length: rows }, () => new Float64Array(rows));
  for (const [at, other] of items.entries()) {
    const row = Math.floor(at / length);
    const half = (shares[at] as number) / (2 * rows);
    (joint[row] as Float64Array)[other] = ((joint[row] as Float64Array)[other] as number) + half;
    (joint[other] as Float64Array)[row] = ((joint[other] as Float64Array)[row] as number) + half;
  }
  const u = (a: number, b: number): number => 1 / (1 + squareOf(positions, a, b));
  let all = 0;
  for (let a = 0; a < rows; a++) for (let b = 0; b < rows; b++) if (a !== b) all += u(a, b);
  let sum = 0;
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < rows; b++) {
      const p = (joint[a] as Float64Array)[b] as number;
      if (a !== b && p > 0) sum += p * Math.log(p / (u(a, b) / all));
    }
  return sum;
}

test('shares sum to 1, and have the entropy of the perplexity', () => {
  const { affinities } = everybody(20, 5);
  for (let row = 0; row < 20; row++) {
    const own = affinities.shares.subarray(19 * row, 19 * (row + 1));
    expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(Math.exp(-own.reduce((sum, share) => sum + share * Math.log(share), 0))).toBeCloseTo(5, 4);
  }
});

test('rows whose neighbours are all as near have equal shares', () => {
  const items = Int32Array.of(1, 2, 0, 2, 0, 1);
  const { shares } = affinitiesOf({ length: 2, items, distances: new Float64Array(6) }, 1.5);
  expect([...shares]).toEqual(new Array(6).fill(0.5));
});

describe('the quadtree', () => {
  const exactly = (positions: Float64Array, point: number) => {
    let [weight, right, up] = [0, 0, 0];
    for (let other = 0; other < positions.length / 2; other++) {
      if (other === point) continue;
      const u = 1 / (1 + squareOf(positions, point, other));
      weight += u;
      right += u * u * ((positions[2 * point] as number) - (positions[2 * other] as number));
      up += u * u * ((positions[2 * point + 1] as number) - (positions[2 * other + 1] as number));
    }
    return { weight, right, up };
  };

  test('pushes as all points one by one, also those in one place', () => {
    const place = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (places) => {
        const positions = Float64Array.from(places.flat(), (value) => value / 4);
        const tree = new Quadtree(positions);
        tree.build();
        for (let point = 0; point < places.length; point++) {
          tree.push(point, 0);
          const { weight, right, up } = exactly(positions, point);
          expect(tree.weight).toBeCloseTo(weight, 9);
          expect(tree.right).toBeCloseTo(right, 9);
          expect(tree.up).toBeCloseTo(up, 9);
        }
      }),
    );
  });

  test('errs little where far cells count as one point', () => {
    const positions = someWhere(2000, 10);
    const tree = new Quadtree(positions);
    tree.build();
    let [pushed, exact, off, force] = [0, 0, 0, 0];
    for (let point = 0; point < 200; point++) {
      tree.push(point, 0.5);
      const one = exactly(positions, point);
      pushed += tree.weight;
      exact += one.weight;
      off += (tree.right - one.right) ** 2 + (tree.up - one.up) ** 2;
      force += one.right ** 2 + one.up ** 2;
    }
    expect(pushed / exact).toBeCloseTo(1, 1);
    expect(Math.sqrt(off / force)).toBeLessThan(0.1);
  });
});

test('the gradient is that of the divergence, by finite differences', () => {
  const { affinities } = everybody(12);
  const positions = someWhere(12);
  const gradient = new Float64Array(24);
  gradientOf(affinities, positions, new Quadtree(positions), { exaggeration: 1, angle: 0 }, gradient);
  const width = 1e-5;
  for (let at = 0; at < 24; at++) {
    const moved = (by: number): number =>
      divergence(
        affinities,
        positions.map((value, i) => (i === at ? value + by : value)),
      );
    expect(gradient[at]).toBeCloseTo((moved(width) - moved(-width)) / (2 * width), 6);
  }
});

test('three groups come apart, the same each time', () => {
  const [rows, groups] = [90, 3];
  const length = rows / groups - 1;
  const items = Int32Array.from({ length: rows * length }, (_, at) => {
    const [row, i] = [Math.floor(at / length), at % length];
    return (row + groups * (i + 1)) % rows;
  });
  const affinities = affinitiesOf({ length, items, distances: new Float64Array(items.length).fill(1) }, 10);
  const start = Float32Array.from(someWhere(rows));
  const place = (): Float32Array => {
    const work = tsne(affinities, start);
    for (;;) {
      const next = work.next();
      if (next.done) return next.value;
      expect(next.value).toBeLessThanOrEqual(1);
    }
  };
  const placed = place();
  expect(place()).toEqual(placed);
  const positions = Float64Array.from(placed);
  const others = Array.from({ length: rows - 1 }, (_, i) => i + 1);
  const nearest = others.toSorted((a, b) => squareOf(positions, 0, a) - squareOf(positions, 0, b)).slice(0, length);
  expect(nearest.every((row) => row % groups === 0)).toBe(true);
});
