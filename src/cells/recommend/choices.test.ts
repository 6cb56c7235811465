import { expect, test } from 'vitest';
import { faultsOf, requestOf } from './choices.ts';
import { yearsText } from './years-text.ts';

test('what is chosen becomes a request', () => {
  expect(requestOf({})).toEqual({ count: 5 });
  expect(
    requestOf({ top: '20', rated: 'in', discount: '0.5', genre: 'Comedy', years: '1990-', titles: 'Heat\nEmma', careful: 'yes' }),
  ).toEqual({
    count: 20,
    rated: 'in',
    discount: 0.5,
    genre: 'Comedy',
    years: [1990, null],
    titles: 'Heat\nEmma',
    careful: true,
  });
});

test.each([
  ['top', '0'],
  ['top', '2.5'],
  ['top', '1e9'],
  ['rated', 'yes'],
  ['discount', '-1'],
  ['discount', ''],
  ['careful', 'no'],
  ['years', '1999-1990'],
  ['years', '-'],
  ['years', 'nineties'],
  ['titles', ' '],
  ['genre', 'x'.repeat(300)],
] as const)('%s “%s” cannot be used, which is said; the list starts as ever', (name, text) => {
  expect(faultsOf({ [name]: text })).toEqual([{ name, message: expect.stringContaining('the default is used.') }]);
  expect(requestOf({ [name]: text })).toEqual({ count: 5 });
});

test.each([
  ['1990', '1999', '1990-1999'],
  ['1999', '1990', '1990-1999'],
  ['1990', '', '1990-'],
  ['', '1999', '-1999'],
  ['', '', ''],
  ['x', '99', ''],
])('“%s” to “%s” are written as “%s”', (from, to, text) => expect(yearsText(from, to)).toBe(text));
