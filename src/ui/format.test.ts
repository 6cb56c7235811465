import { expect, it } from 'vitest';
import { formatPercent, formatQuantity, formatSeconds, formatShare } from './format.ts';

it('writes durations in the unit that fits', () => {
  const written = [0.34, 0.9999, 2.41, 9.97, 59.4, 59.6, 65, 3599, 7500].map(formatSeconds);
  expect(written).toEqual(['340 ms', '1.0 s', '2.4 s', '10 s', '59 s', '1 min 00 s', '1 min 05 s', '59 min 59 s', '2 h 05 min']);
  expect(formatSeconds(Number.POSITIVE_INFINITY)).toBe('–');
});

it('writes shares and quantities', () => {
  expect(formatShare(0.01644)).toBe('1.64 %');
  expect(formatShare(0.64)).toBe('64 %');
  expect(formatQuantity(1, 'epoch')).toBe('1 epoch');
  expect(formatQuantity(100004, 'rating')).toBe('100,004 ratings');
});

it.each([
  [0, '0 %'],
  [0.00031, '0.031 %'],
  [0.0316, '3.2 %'],
  [0.099996, '10 %'],
  [0.994, '99 %'],
  [0.9999, '> 99 %'],
  [1, '100 %'],
])('the share %d is %s', (share, text) => {
  expect(formatPercent(share)).toBe(text);
});
