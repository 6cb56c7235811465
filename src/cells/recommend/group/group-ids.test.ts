import { expect, test } from 'vitest';
import type { DataSummary } from '../../../core/data-summary.ts';
import { groupIds } from './group-ids.ts';

const NUMBERS = { firstUserId: 1, lastUserId: 99 } as DataSummary;
const NAMES = { firstUserId: 'ann', lastUserId: 'zoe' } as DataSummary;

test('numbers are parted by spaces, commas or lines, and each counts once', () => {
  expect(groupIds(' 15, 20 33\n15; ', NUMBERS)).toEqual([15, 20, 33]);
  expect(groupIds(' , ', NUMBERS)).toEqual([]);
});

test('texts may have spaces in them', () => expect(groupIds('ann lee, bob', NAMES)).toEqual(['ann lee', 'bob']));

test.each([
  ['15, x', '“x” is not a user ID.'],
  ['15, 100', 'There is no user 100.'],
])('“%s”: a sentence', (text, words) => expect(() => groupIds(text, NUMBERS)).toThrow(words));
