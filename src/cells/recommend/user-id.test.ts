import { describe, expect, test } from 'vitest';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import { parseUserId, userTextFor } from './user-id.ts';

const DATA = { firstUserId: 1, lastUserId: 671 } as DataSummary;
const FIRST = { userId: 547, ratings: 100, known: 1, genres: null };

function thrownBy(text: string, data: DataSummary | null): unknown {
  try {
    return parseUserId(text, data);
  } catch (thrown) {
    return thrown;
  }
}

test.each([
  ['1', 1],
  ['671', 671],
  [' 15 ', 15],
  ['007', 7],
])('“%s” is user %d', (text, id) => {
  expect(parseUserId(text, DATA)).toBe(id);
});

describe('anything else is an error that names the valid ids', () => {
  test.each([
    ['', 'No user ID is typed.'],
    ['   ', 'No user ID is typed.'],
    ['0', 'There is no user 0.'],
    ['672', 'There is no user 672.'],
    ['9'.repeat(500), `There is no user ${'9'.repeat(20)}….`],
    ['-1', '“-1” is not a user ID.'],
    ['1.5', '“1.5” is not a user ID.'],
    ['1e2', '“1e2” is not a user ID.'],
    ['0x1', '“0x1” is not a user ID.'],
    ['١٥', '“١٥” is not a user ID.'],
    ['NaN', '“NaN” is not a user ID.'],
    ['1 2', '“1 2” is not a user ID.'],
    ['anna', '“anna” is not a user ID.'],
    ['x'.repeat(500), `“${'x'.repeat(20)}…” is not a user ID.`],
  ])('“%s”', (text, message) => {
    const error = thrownBy(text, DATA);
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ code: 'unknown-user', message, remedy: 'Type a whole number from 1 to 671.' });
  });

  test('without data the remedy is to load it', () => {
    expect(thrownBy('15', null)).toMatchObject({ code: 'unknown-user', remedy: 'Load the data first.' });
  });
});

test('where ids are texts, any text may be one', () => {
  const people = { firstUserId: 'zoë', lastUserId: 'anna' } as DataSummary;
  expect(parseUserId(' anna ', people)).toBe('anna');
  expect(parseUserId('15', people)).toBe('15');
  expect(() => parseUserId(' ', people)).toThrow(
    expect.objectContaining({ remedy: 'Type an ID as in the file, such as “zoë”.' }),
  );
});

test.each([
  ['15', DATA, '15'],
  ['672', DATA, '1'],
  ['anna', DATA, '1'],
  ['672', { ...DATA, shownFirst: FIRST }, '547'],
  ['15', { firstUserId: 'zoë', lastUserId: 'anna' }, 'zoë'],
  ['15', { firstUserId: 'zoë', lastUserId: 'anna', shownFirst: { ...FIRST, userId: 'bo' } }, 'bo'],
] as const)('of “%s”, on other data', (text, data, user) => {
  expect(userTextFor(text, data)).toBe(user);
});
