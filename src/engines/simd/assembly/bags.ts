import { endBelow } from './deferred';
import { madd, tailMask } from './math';
import { addToRows, sumRows } from './row-lists';

// A bag is the sum of the table rows that an entry's list names, over the square root of their number. Entry i's list is
// lists[offsets[i]] … lists[offsets[i + 1] − 1]. Rows are `stride` bytes apart, `span` bytes of them are read.

// @ts-ignore: decorator
@inline
function bagWeight(length: i32): f32 {
  return length == 0 ? 0 : 1 / sqrt<f32>(<f32>length);
}

/** sums[entry] = its bag, for each entry listed. */
export function sumBags(
  table: usize,
  stride: usize,
  span: usize,
  offsets: usize,
  lists: usize,
  entries: usize,
  count: i32,
  sums: usize,
): void {
  for (let i: usize = 0, stop = <usize>count << 2; i < stop; i += 4) {
    const entry = load<i32>(entries + i);
    const at = offsets + (<usize>entry << 2);
    const start = lists + (<usize>load<i32>(at) << 2);
    const end = lists + (<usize>load<i32>(at, 4) << 2);
    const weight = f32x4.splat(bagWeight(<i32>((end - start) >> 2)));
    const to = sums + <usize>entry * stride;
    clear(to, span);
    sumRows(table, stride, span, start, end, to);
    for (let d: usize = 0; d < span; d += 16) v128.store(to + d, f32x4.mul(weight, v128.load(to + d)));
  }
}

/**
 * Adds to the gradients of a bag's table what the entries of a batch (slots of `groupByRow`) bring: the sum of the entry's
 * errors, weighted, to each row of its list, and their number to the row's count. Positions from `limit` on are not the batch's, one of a
 * run at most. `scratch` holds one row.
 */
export function scatterBags(
  gradients: usize,
  stride: usize,
  span: usize,
  width: i32,
  offsets: usize,
  lists: usize,
  entries: usize,
  ends: usize,
  positions: usize,
  slots: i32,
  limit: i32,
  errors: usize,
  errorStride: usize,
  counts: usize,
  scratch: usize,
): void {
  const tail = tailMask(width);
  const last = span - 16;
  let start = 0;
  for (let slot: usize = 0, stop = <usize>slots << 2; slot < stop; slot += 4) {
    const at = offsets + (<usize>load<i32>(entries + slot) << 2);
    const from = lists + (<usize>load<i32>(at) << 2);
    const to = lists + (<usize>load<i32>(at, 4) << 2);
    const next = load<i32>(ends + slot);
    const end = endBelow(positions, start, next, limit);
    const weight = f32x4.splat(bagWeight(<i32>((to - from) >> 2)));
    for (let d: usize = 0; d <= last; d += 16) {
      let sum = f32x4.splat(0);
      for (let k = start; k < end; k++) {
        sum = f32x4.add(sum, v128.load(errors + <usize>load<i32>(positions + (k << 2)) * errorStride + d));
      }
      if (d == last) sum = v128.and(sum, tail);
      v128.store(scratch + d, f32x4.mul(weight, sum));
    }
    const times = <f32>(end - start);
    addToRows(gradients, stride, span, from, to, scratch);
    for (let k = from; k < to; k += 4) {
      const count = counts + (<usize>load<i32>(k) << 2);
      store<f32>(count, load<f32>(count) + times);
    }
    start = next;
  }
}

/** gradients[row] += decay · counts[row] · table[row]; the counts are 0 afterwards. */
export function decayBags(gradients: usize, table: usize, stride: usize, span: usize, rows: i32, counts: usize, decay: f32): void {
  for (let row = 0; row < rows; row++) {
    const pull = f32x4.splat(decay * load<f32>(counts));
    store<f32>(counts, 0);
    for (let d: usize = 0; d < span; d += 16) {
      v128.store(gradients + d, madd(pull, v128.load(table + d), v128.load(gradients + d)));
    }
    gradients += stride;
    table += stride;
    counts += 4;
  }
}

/** Zeroes `bytes`, a multiple of 16. */
export function clear(to: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f32x4.splat(0));
}
