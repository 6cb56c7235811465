import { expect, it } from 'vitest';
import type { DimensionView } from '../../core/explore/view.ts';
import { exploringCode } from './code.ts';

const bar = (label: string, from: number, to: number) => ({ label, from, to, count: 1 });
const DIMENSIONS: readonly DimensionView[] = [
  { name: 'stars', counts: 'ratings', bars: [bar('3', 3, 3), bar('4.5', 4.5, 4.5)] },
  { name: 'userActivity', counts: 'users', bars: [bar('1', 1, 1), bar('2–3', 2, 3), bar('4–7', 4, 7), bar('8–15', 8, 15)] },
  { name: 'genre', counts: 'ratings', bars: [bar('Drama', 0, 0), bar('"; import os', 1, 1)] },
];

it('has the filters as they stand, neighbouring ranges joined', () => {
  const code = exploringCode({ stars: [1], userActivity: [1, 2] }, 25, DIMENSIONS);
  expect(code).toContain('seen &= (ratings.rating.between(4.5, 4.5))\n');
  expect(code).toContain('seen &= (per_user.between(2, 7))\n');
  expect(code).toContain('m, mu = 25,');
  expect(exploringCode({}, 25, DIMENSIONS)).not.toContain('seen &=');
});

it('cannot be broken out of by a genre', () => {
  expect(exploringCode({ genre: [1] }, 25, DIMENSIONS)).toContain('["\\"; import os"]');
});
