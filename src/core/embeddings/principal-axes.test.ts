import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { symmetricEigen } from './eigen.ts';
import { principalAxes, project } from './principal-axes.ts';

/** Rows of normal numbers with the standard deviations given, turned by an angle in the plane of the first two. */
function turnedRows(rows: number, deviations: readonly number[], angle: number) {
  const draw = normal(createRandom(3, 'pca'));
  const width = deviations.length;
  const values = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const [x = 0, y = 0, ...rest] = deviations.map((deviation) => deviation * draw());
    values.set([Math.cos(angle) * x - Math.sin(angle) * y, Math.sin(angle) * x + Math.cos(angle) * y, ...rest], row * width);
  }
  return { values, rows, width };
}

describe('eigenvectors', () => {
  test('of a matrix that is known: 3 and 1', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
    const half = Math.SQRT1_2;
    expect([...vectors]).toEqual([half, half, half, -half].map((value) => expect.closeTo(value, 12)));
  });

  test('solve A v = λ v, are of length 1 and at right angles', () => {
    const size = 20;
    const draw = normal(createRandom(1, 'eigen'));
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) for (let j = i; j < size; j++) matrix[i * size + j] = matrix[j * size + i] = draw();
    const { values, vectors } = symmetricEigen(matrix.slice(), size);
    const rowAt = (i: number) => vectors.subarray(i * size, (i + 1) * size);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, x, i) => sum + x * (b[i] as number), 0);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) expect(dot(rowAt(i), rowAt(j))).toBeCloseTo(i === j ? 1 : 0, 10);
      for (let k = 0; k < size; k++) {
        const product = dot(matrix.subarray(k * size, (k + 1) * size), rowAt(i));
        expect(product).toBeCloseTo((values[i] as number) * (rowAt(i)[k] as number), 10);
      }
    }
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });
});

describe('principal axes', () => {
  test('follow a covariance that is known', () => {
    const { axes, variances, variance } = principalAxes(turnedRows(20_000, [3, 1, 0.5], 0.6));
    expect(variances[0]).toBeCloseTo(9, 0);
    expect(variances[1]).toBeCloseTo(1, 1);
    expect(variances[2]).toBeCloseTo(0.25, 1);
    expect(axes[0]).toBeCloseTo(Math.cos(0.6), 1);
    expect(axes[1]).toBeCloseTo(Math.sin(0.6), 1);
    expect(variance).toBeCloseTo((variances[0] as number) + (variances[1] as number) + (variances[2] as number), 10);
  });

  test('places along them have the variances, no correlation and the mean 0', () => {
    const table = turnedRows(500, [2, 1.5, 1], 1);
    const axes = principalAxes(table);
    const places = project(table, axes, 2);
    let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
    for (let at = 0; at < places.length; at += 2) {
      const [px, py] = [places[at] as number, places[at + 1] as number];
      x += px / 500;
      y += py / 500;
      xx += (px * px) / 500;
      xy += (px * py) / 500;
      yy += (py * py) / 500;
    }
    expect([x, y, xy]).toEqual([0, 0, 0].map((value) => expect.closeTo(value, 5)));
    expect([xx, yy]).toEqual([axes.variances[0], axes.variances[1]].map((value) => expect.closeTo(value as number, 4)));
  });

  test.each([
    ['one row', Float32Array.of(1, 2), 1, 2],
    ['equal rows', Float32Array.of(1, 2, 1, 2, 1, 2), 3, 2],
    ['no row', new Float32Array(), 0, 2],
  ])('%s: no variance, and all places at 0', (_, values, rows, width) => {
    const axes = principalAxes({ values, rows, width });
    expect(axes.variance).toBe(0);
    expect(project({ values, rows, width }, axes, 2).every((place) => Math.abs(place) < 1e-6)).toBe(true);
  });

  test('of one number: a line', () => {
    const table = { values: Float32Array.of(1, 2, 6), rows: 3, width: 1 };
    expect([...project(table, principalAxes(table), 2)]).toEqual([-2, 0, -1, 0, 3, 0]);
  });
});
