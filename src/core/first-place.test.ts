import { expect, test } from 'vitest';
import { firstPlace } from './first-place.ts';

test('finds the first place where the condition holds', () => {
  for (let from = 0; from < 4; from++) {
    for (let to = from; to < 9; to++) {
      for (let first = from; first <= to; first++) expect(firstPlace(from, to, (at) => at >= first)).toBe(first);
    }
  }
});

test('looks at a few places only', () => {
  let looked = 0;
  firstPlace(0, 1_000_000, (at) => {
    looked++;
    return at > 700_000;
  });
  expect(looked).toBeLessThanOrEqual(20);
});
