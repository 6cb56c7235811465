import { expect, test } from 'vitest';
import { noteFarValues } from './far-values.ts';

const STARS = [1, 2, 3, 4, 5].map((value) => [value, 20] as const);

const ruleOf = (tally: Parameters<typeof noteFarValues>[0]): string | undefined => noteFarValues(tally)[0]?.rule;

test('ratings far from the scale of all others are told, and what to do about them', () => {
  expect(ruleOf([[-3, 1], ...STARS, [55, 1]])).toBe(
    '2 of 102 ratings are far from the others, which lie on 1 – 5: -3, 55. They count. If they are mistakes, leave them out under “Which ratings count”.',
  );
  expect(ruleOf([...STARS, [55, 1]])).toMatch(/^1 of 101 ratings is far .+: 55\. It counts\. If it is a mistake, leave it out/);
});

test('a scale, and more than a few such ratings, are as they are', () => {
  expect(noteFarValues(STARS)).toEqual([]);
  expect(noteFarValues([...STARS, [6, 20], [10, 20]])).toEqual([]);
  expect(noteFarValues([...STARS, [55, 10]])).toEqual([]);
  expect(noteFarValues([10, 20, 40, 60, 80, 100].map((value) => [value, 9] as const))).toEqual([]);
  expect(
    noteFarValues([
      [-10, 30],
      [0, 30],
      [10, 30],
    ]),
  ).toEqual([]);
  expect(noteFarValues([])).toEqual([]);
});
