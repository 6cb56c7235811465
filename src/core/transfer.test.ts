import { expect, it } from 'vitest';
import { formatBytes, shareOf, transferOf } from './transfer.ts';

it('estimates what is left by the pace so far', () => {
  expect(transferOf(2_000_000, 6_000_000, 1000)).toEqual({ received: 2e6, total: 6e6, secondsLeft: 2 });
  expect(transferOf(7, 6, 1000).secondsLeft).toBe(0);
  for (const unknown of [transferOf(5, null, 1000), transferOf(0, 6, 1000), transferOf(5, 6, 0)]) {
    expect(unknown.secondsLeft).toBeNull();
  }
});

it('gives no share of a total that is not known', () => {
  expect(shareOf(transferOf(3, 6, 1))).toBe(0.5);
  expect(shareOf(transferOf(7, 6, 1))).toBe(1);
  expect(shareOf(transferOf(3, null, 1))).toBeNull();
  expect(shareOf(transferOf(0, 0, 1))).toBeNull();
});

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [819_200, '819 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [5_917_549, '5.9 MB'],
  [238_950_008, '239.0 MB'],
  [2e9, '2.0 GB'],
])('writes %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
