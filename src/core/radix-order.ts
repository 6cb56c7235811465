/** A digit is 16 bits. */
const RADIX = 1 << 16;

/**
 * The positions of `keys` by ascending key, equal keys by ascending position: least-significant-digit radix sort over the bits of
 * unsigned integers, or of doubles, which sort like the numbers where none is negative. Digits that are the same everywhere cost
 * a glance.
 *
 * @param keys - any finite numbers (keys)
 * @returns (keys)
 */
export function radixOrder(keys: ArrayLike<number>): Int32Array {
  const count = keys.length;
  const digits =
    keys instanceof Uint32Array
      ? new Uint16Array(keys.buffer, keys.byteOffset, 2 * count)
      : new Uint16Array(aboveLeast(keys).buffer);
  const perKey = digits.length / Math.max(1, count);
  let order = positionsUpTo(count);
  let spare = new Int32Array(count);
  for (let digit = 0; digit < perKey; digit++) {
    const starts = startsOf(digits, digit, perKey);
    if (starts === null) continue;
    for (let i = 0; i < count; i++) {
      const at = order[i] as number;
      const value = digits[at * perKey + digit] as number;
      const place = starts[value] as number;
      starts[value] = place + 1;
      spare[place] = at;
    }
    [order, spare] = [spare, order];
  }
  return order;
}

/** 0 … count − 1. */
export function positionsUpTo(count: number): Int32Array<ArrayBuffer> {
  const positions = new Int32Array(count);
  for (let at = 0; at < count; at++) positions[at] = at;
  return positions;
}

function aboveLeast(keys: ArrayLike<number>): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < keys.length; at++) least = Math.min(least, keys[at] as number);
  const distances = new Float64Array(keys.length);
  // Of −0 and 0, which are equal, subtraction leaves 0.
  for (let at = 0; at < distances.length; at++) distances[at] = (keys[at] as number) - least;
  return distances;
}

/** Where each value of a digit starts in the sorted order, (65,536); null where all have the same value. */
function startsOf(digits: Uint16Array, digit: number, perKey: number): Int32Array | null {
  const starts = new Int32Array(RADIX);
  for (let at = digit; at < digits.length; at += perKey) {
    const value = digits[at] as number;
    starts[value] = (starts[value] as number) + 1;
  }
  if (digits.length === 0 || starts[digits[digit] as number] === digits.length / perKey) return null;
  let sum = 0;
  for (let value = 0; value < RADIX; value++) {
    const here = starts[value] as number;
    starts[value] = sum;
    sum += here;
  }
  return starts;
}
