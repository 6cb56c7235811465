import { radixOrder } from '../radix-order.ts';
import { type Parts, TEST, VALIDATION } from './parts.ts';
import { type Shares, sizesOf } from './shares.ts';

/**
 * Holds out the latest ratings of all: the very latest for the test, those before them for validation. Of equally old ratings the
 * one that comes later in the data is the later one.
 */
export function timeCut(timestamps: Uint32Array, shares: Shares): Parts {
  const count = timestamps.length;
  const { validation, test } = sizesOf(count, shares);
  const order = radixOrder(timestamps);
  const parts: Parts = new Uint8Array(count);
  for (let i = count - test - validation; i < count; i++) parts[order[i] as number] = i < count - test ? VALIDATION : TEST;
  return parts;
}
