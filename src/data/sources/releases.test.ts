import { expect, it } from 'vitest';
import { releaseOf } from './releases.ts';

it('knows a release by its hash, and nothing else', () => {
  expect(releaseOf('a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20')).toBe('MovieLens 1M');
  for (const other of [null, '', 'abc', 'constructor', '__proto__']) expect(releaseOf(other)).toBeNull();
});
