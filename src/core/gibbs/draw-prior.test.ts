import { expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { drawPrecision, drawPrior, drawRidge, type RowSums } from './draw-prior.ts';
import { fillNormals } from './normals.ts';
import { drawGamma } from './variates.ts';

const DRAWS = 20_000;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((value) => value ** 2)) - mean(values) ** 2;

test.each([0.4, 1, 3.7, 250])('a gamma number with shape %d has that for its mean and for its variance', (shape) => {
  const random = createRandom(1, 'gamma');
  const draw = normal(random);
  const drawn = Array.from({ length: DRAWS }, () => drawGamma(shape, random, draw));
  expect(mean(drawn) / shape).toBeCloseTo(1, 1);
  expect(variance(drawn) / shape).toBeCloseTo(1, 1);
});

test('normal numbers are by place and key alone, and standard', () => {
  const all = new Float64Array(DRAWS);
  fillNormals(all, 77, 0);
  const later = new Float64Array(3);
  fillNormals(later, 77, 1000);
  expect([...later]).toEqual([...all.subarray(1000, 1003)]);
  expect(mean([...all])).toBeCloseTo(0, 1);
  expect(variance([...all])).toBeCloseTo(1, 1);
  const other = new Float64Array(DRAWS);
  fillNormals(other, 78, 0);
  expect(mean([...all].map((value, i) => value * (other[i] as number)))).toBeCloseTo(0, 1);
});

/** Of 40 rows of two numbers. */
const SUMS: RowSums = { count: 40, sum: Float64Array.of(20, -8), squares: Float64Array.of(60, 0, 12, 25) };

test('the prior has the moments of the normal and Wishart distribution, with a bag’s rows or without', () => {
  for (const bag of [null, { count: 10, squares: Float64Array.of(6, 0, -2, 4), ridge: 1.5 }]) {
    const random = createRandom(1, 'prior');
    const draw = normal(random);
    const drawn = Array.from(
      { length: DRAWS },
      () => drawPrior(SUMS, bag, random, draw) as NonNullable<ReturnType<typeof drawPrior>>,
    );
    // S = I + Σ x xᵀ − (Σ x)(Σ x)ᵀ / 42, and 1.5 Σ of the bag.
    const [a, b, c] = bag
      ? [1 + 60 - 400 / 42 + 9, 12 + 160 / 42 - 3, 1 + 25 - 64 / 42 + 6]
      : [1 + 60 - 400 / 42, 12 + 160 / 42, 1 + 25 - 64 / 42];
    const determinant = a * c - b * b;
    const degrees = 42 + (bag ? 10 : 0);
    const expected = [c, -b, -b, a].map((value) => (degrees * value) / determinant);
    expected.forEach((value, at) => {
      expect(mean(drawn.map(({ precision }) => precision[at] as number)) / value).toBeCloseTo(1, 1);
    });
    expect(mean(drawn.map((prior) => prior.mean[0] as number))).toBeCloseTo(20 / 42, 2);
    expect(mean(drawn.map((prior) => prior.mean[1] as number))).toBeCloseTo(-8 / 42, 2);
    // The covariance of the mean is that of the rows / 42, which is S / (42 · (degrees − 3)) on average.
    const cross = mean(drawn.map((prior) => ((prior.mean[0] as number) - 20 / 42) * ((prior.mean[1] as number) + 8 / 42)));
    expect(cross).toBeCloseTo(b / (42 * (degrees - 3)), 3);
  }
});

test('what is no longer a number is told, not drawn', () => {
  const random = createRandom(1, 'prior');
  expect(drawPrior({ ...SUMS, squares: new Float64Array(4).fill(Number.NaN) }, null, random, normal(random))).toBeNull();
});

test('precisions are about one divided by the variance', () => {
  const random = createRandom(1, 'precision');
  const draw = normal(random);
  const noises = Array.from({ length: DRAWS }, () => drawPrecision(200, 50, random, draw));
  expect(mean(noises)).toBeCloseTo(101 / 26, 1);
  const prior = { mean: new Float64Array(2), precision: Float64Array.of(2, 0.5, 0.5, 1) };
  const ridges = Array.from({ length: DRAWS }, () =>
    drawRidge({ count: 30, squares: Float64Array.of(10, 0, 4, 6) }, prior, random, draw),
  );
  expect(mean(ridges)).toBeCloseTo(31 / (1 + (2 * 10 + 2 * 0.5 * 4 + 6) / 2), 1);
});
