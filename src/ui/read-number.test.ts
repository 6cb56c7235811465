import { expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

const WHOLE = { min: 1, max: 256, integer: true, zero: false };
const RATE = { min: 1e-6, max: 1, integer: false, zero: true };

it('takes numbers in every way of writing them', () => {
  expect(readNumber(' 50 ', WHOLE)).toEqual({ value: 50 });
  expect(readNumber('5e-3', RATE)).toEqual({ value: 0.005 });
  expect(readNumber('.5', RATE)).toEqual({ value: 0.5 });
  expect(readNumber('0,005', RATE)).toEqual({ value: 0.005 });
  expect(readNumber(',5', RATE)).toEqual({ value: 0.5 });
});

it('clamps and rounds, and says so', () => {
  expect(readNumber('300', WHOLE)).toEqual({
    value: 256,
    note: '300 is not a whole number from 1 to 256; 256 is used.',
  });
  expect(readNumber('2.4', WHOLE).value).toBe(2);
  expect(readNumber('-1', RATE).value).toBe(0);
});

it('refuses what is not a number and leaves the value alone', () => {
  for (const text of ['abc', 'NaN', 'Infinity', '1,024']) {
    expect(readNumber(text, WHOLE).value).toBeUndefined();
    expect(readNumber(text, WHOLE).note).toContain(`“${text}” is not a number`);
  }
  expect(readNumber('  ', WHOLE).note).toBe('Nothing was typed. Type a whole number from 1 to 256.');
});

it('shortens long nonsense', () => {
  expect(readNumber('x'.repeat(500), WHOLE).note?.length).toBeLessThan(90);
});
