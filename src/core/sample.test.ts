import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { samplePositions } from './sample.ts';

test('a sample has its size, ascends without repeating, stays inside, and is the same again for the same seed', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(), (count, size, seed) => {
      const sample = [...samplePositions(count, size, createRandom(seed, 'sample'))];
      expect(sample).toHaveLength(Math.min(count, size));
      expect(sample).toEqual([...new Set(sample)].toSorted((a, b) => a - b));
      expect(sample.every((at) => at >= 0 && at < count)).toBe(true);
      expect(sample).toEqual([...samplePositions(count, size, createRandom(seed, 'sample'))]);
    }),
  );
});

test('every position is drawn as often as any other', () => {
  const random = createRandom(1, 'sample');
  const times = new Int32Array(10);
  for (let draw = 0; draw < 10_000; draw++) for (const at of samplePositions(10, 3, random)) times[at] = (times[at] ?? 0) + 1;
  // 3,000 ± five standard deviations.
  for (const count of times) expect(Math.abs(count - 3000)).toBeLessThan(5 * Math.sqrt(10_000 * 0.3 * 0.7));
});
