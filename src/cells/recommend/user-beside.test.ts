import { expect, it } from 'vitest';
import { randomUser, userBeside } from './user-beside.ts';

const RANGE = { firstUserId: 1, lastUserId: 671 };

it('steps within the range and stops at its ends', () => {
  expect(userBeside('15', 1, RANGE)).toBe(16);
  expect(userBeside(' 15 ', -1, RANGE)).toBe(14);
  expect(userBeside('1', -1, RANGE)).toBeNull();
  expect(userBeside('671', 1, RANGE)).toBeNull();
});

it('comes back from outside', () => {
  expect(userBeside('99999', -1, RANGE)).toBe(671);
  expect(userBeside('0', -1, RANGE)).toBe(1);
  for (const text of ['', '<b>', '1.5', '-3']) expect(userBeside(text, 1, RANGE)).toBe(1);
});

it('draws both ends of the range', () => {
  expect(randomUser(RANGE, 0)).toBe(1);
  expect(randomUser(RANGE, 0.999999)).toBe(671);
});
