import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { alignPlane, mapPlane } from './procrustes.ts';

const random = createRandom(1, 'procrustes');
const draw = (count: number) => Float32Array.from({ length: 2 * count }, () => random.next() - 0.5);
const distance = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + (value - (b[at] as number)) ** 2, 0);
const turn = (angle: number, isMirrored: boolean) => {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return isMirrored ? { a: cosine, b: sine, c: sine, d: -cosine } : { a: cosine, b: sine, c: -sine, d: cosine };
};

describe('the map of the plane that brings points closest to others', () => {
  test.each([
    [0.3, false],
    [2.5, false],
    [-1.2, true],
    [Math.PI, true],
  ])('undoes a turn by %f, mirrored: %s', (angle, isMirrored) => {
    const points = draw(40);
    const moved = mapPlane(points, turn(angle, isMirrored));
    expect(distance(mapPlane(moved, alignPlane(moved, points)), points)).toBeLessThan(1e-10);
  });

  test('is as good as the best of many turns and mirrors, where none fits', () => {
    const [points, target] = [draw(15), draw(15)];
    const best = distance(mapPlane(points, alignPlane(points, target)), target);
    for (let step = 0; step < 720; step++) {
      for (const isMirrored of [false, true]) {
        expect(distance(mapPlane(points, turn((step * Math.PI) / 360, isMirrored)), target)).toBeGreaterThanOrEqual(best - 1e-5);
      }
    }
  });

  test('leaves points as they are where they tell nothing', () => {
    expect(alignPlane(new Float32Array(4), draw(2))).toEqual({ a: 1, b: 0, c: 0, d: 1 });
  });
});
