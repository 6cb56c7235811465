import { expect, test } from 'vitest';
import type { AxisKind } from './number-axis.ts';
import { type Dot, fitScatter } from './scatter.ts';

const kind = (title: string, scale: AxisKind['scale'] = 'linear'): AxisKind => ({ title, scale, write: String });
const dot = (id: string, x: number, y: number, color: Dot['color'] = null): Dot => ({ id, name: id, x, y, color });

test('larger numbers stand further right and higher up, within the picture', () => {
  const { places, left, width, bottom } = fitScatter([dot('a', 1, 1), dot('b', 9, 9)], kind('x'), kind('y'), 600);
  const [a, b] = [places.get('a') ?? expect.fail(), places.get('b') ?? expect.fail()];
  expect(b[0]).toBeGreaterThan(a[0]);
  expect(b[1]).toBeLessThan(a[1]);
  for (const [x, y] of [a, b]) {
    expect(x > left && x < width).toBe(true);
    expect(y > 0 && y < bottom).toBe(true);
  }
});

test('dots without a colour are one path, and the arrow keys go by ascending x', () => {
  const { plain, tracks } = fitScatter([dot('a', 5, 1), dot('b', 3, 2), dot('c', 4, 3, '--color-c')], kind('x'), kind('y'), 600);
  expect(plain.match(/M/g)).toHaveLength(2);
  expect(tracks.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('an axis says when it is logarithmic', () => {
  const { xTitle, yTitle } = fitScatter([dot('a', 0.001, 1), dot('b', 0.1, 2)], kind('rate', 'log'), kind('error'), 600);
  expect([xTitle, yTitle]).toEqual(['rate (log)', 'error']);
});
