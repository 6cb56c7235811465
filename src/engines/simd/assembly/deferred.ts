import { clip, madd, tailMask } from './math';

// Row i of a table has its weights at table + i · stride and its moments m and v `offset` and `offset` + `between` further on, each `span`
// bytes; where rows are settled, tables that lie together are one, and `between` is its span. Why updates are put off is told in schedule.ts.

/** Length of the schedule's ring of steps: RING in backlog/tables.ts, which a test compares. */
export const RING = 4096;

// @ts-ignore: decorator
@inline
function entryOf(steps: usize, stamp: i32): usize {
  return steps + (stamp == 0 ? 0 : <usize>(1 + (stamp & (RING - 1))) << 4);
}

// @ts-ignore: decorator
@inline
function keepOf(keeps: usize, t: i32, stamp: i32): usize {
  return keeps + (<usize>min(t - stamp, RING - 1) << 3);
}

/** w −= rate · m / (√v + centre) · (1 + spread / (√v + centre)²), with the three numbers of the entry. */
// @ts-ignore: decorator
@inline
function settle(row: usize, moments: usize, span: usize, entry: usize): void {
  if (load<f32>(entry) == 0) return;
  const rate = v128.load_splat<f32>(entry);
  const centre = v128.load_splat<f32>(entry, 4);
  const spread = v128.load_splat<f32>(entry, 8);
  const second = moments + span;
  for (let d: usize = 0; d < span; d += 16) {
    const inverse = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.sqrt(v128.load(second + d)), centre));
    const change = f32x4.mul(f32x4.mul(rate, v128.load(moments + d)), inverse);
    const late = f32x4.mul(f32x4.mul(change, spread), f32x4.mul(inverse, inverse));
    v128.store(row + d, f32x4.sub(v128.load(row + d), f32x4.add(change, late)));
  }
}

/** So many rows are asked for at once: memory brings them together in little more time than one. */
const AT_ONCE = 8 << 2;
const MOST_SOURCES = 16;

/** Has memory bring weights and moments of the rows listed from … to − 4. Returns what is of no use, so that the compiler keeps the loads. */
// @ts-ignore: decorator
@inline
function bring(
  table: usize,
  stride: usize,
  offset: usize,
  between: usize,
  span: usize,
  rows: usize,
  from: usize,
  end: usize,
): i32 {
  let brought = 0;
  for (let i = from; i < end; i += 4) {
    const row = table + <usize>load<i32>(rows + i) * stride;
    for (let d: usize = 0; d < span; d += 64) brought |= load<i32>(row + d);
    for (let d = offset, last = offset + between + span; d < last; d += 64) brought |= load<i32>(row + d);
  }
  return brought;
}

/** The same of the source rows of a few positions: long runs are of what is popular, which caches hold. */
// @ts-ignore: decorator
@inline
function bringSources(
  source: usize,
  stride: usize,
  span: usize,
  index: usize,
  positions: usize,
  start: i32,
  end: i32,
  limit: i32,
): i32 {
  let brought = 0;
  for (let at = start, stop = min(end, start + MOST_SOURCES); at < stop; at++) {
    const k = load<i32>(positions + (at << 2));
    if (k >= limit) continue;
    const row = source + <usize>load<i32>(index + (k << 2)) * stride;
    for (let d: usize = 0; d < span; d += 64) brought |= load<i32>(row + d);
  }
  return brought;
}

/** Brings the weights of the rows listed up to date. Returns nothing of use (see `bring`). */
export function settleRows(
  table: usize,
  stride: usize,
  offset: usize,
  span: usize,
  rows: usize,
  slots: i32,
  stamps: usize,
  steps: usize,
): i32 {
  let brought = 0;
  for (let i: usize = 0, end = <usize>slots << 2; i < end; i += 4) {
    if (i % AT_ONCE == 0) brought |= bring(table, stride, offset, span, span, rows, i, min(i + AT_ONCE, end));
    const row = load<i32>(rows + i);
    const at = table + <usize>row * stride;
    settle(at, at + offset, span, entryOf(steps, load<i32>(stamps + (row << 2))));
  }
  return brought;
}

/** Brings weights and moments of the rows from … to − 1 up to step `t`. */
export function settleRange(
  table: usize,
  stride: usize,
  offset: usize,
  span: usize,
  from: i32,
  to: i32,
  stamps: usize,
  steps: usize,
  keeps: usize,
  t: i32,
): void {
  for (let i = from; i < to; i++) {
    const stamp = load<i32>(stamps + (i << 2));
    const row = table + <usize>i * stride;
    const first = row + offset;
    settle(row, first, span, entryOf(steps, stamp));
    const keep = keepOf(keeps, t, stamp);
    const keep1 = v128.load_splat<f32>(keep);
    const keep2 = v128.load_splat<f32>(keep, 4);
    for (let m = first, end = first + span; m < end; m += 16) {
      v128.store(m, f32x4.mul(keep1, v128.load(m)));
      v128.store(m + span, f32x4.mul(keep2, v128.load(m + span)));
    }
  }
}

/** stamps[rows[i]] = stamp. */
export function stampRows(stamps: usize, rows: usize, slots: i32, stamp: i32): void {
  for (let i: usize = 0, end = <usize>slots << 2; i < end; i += 4) store<i32>(stamps + (load<i32>(rows + i) << 2), stamp);
}

/** m = keep₁ m + gain₁ g and v = keep₂ v + gain₂ g², g being held within ± most. */
// @ts-ignore: decorator
@inline
function learn(m: usize, v: usize, slope: v128, keep1: v128, keep2: v128, gain1: v128, gain2: v128, most: v128): void {
  const g = clip(slope, most);
  v128.store(m, madd(keep1, v128.load(m), f32x4.mul(gain1, g)));
  v128.store(v, madd(keep2, v128.load(v), f32x4.mul(gain2, f32x4.mul(g, g))));
}

/** Where the run of a slot ends that has no position from `limit` on: one position alone may be beyond, the last of the run. */
// @ts-ignore: decorator
@inline
export function endBelow(positions: usize, start: i32, end: i32, limit: i32): i32 {
  return end > start && load<i32>(positions + ((end - 1) << 2)) >= limit ? end - 1 : end;
}

/** The start of a gradient: what pulls the row, and the row of a gradient that is known already, where there is one. */
// @ts-ignore: decorator
@inline
function begin(pull: v128, row: usize, known: usize, d: usize): v128 {
  const pulled = f32x4.mul(pull, v128.load(row + d));
  return known == 0 ? pulled : f32x4.add(pulled, v128.load(known + d));
}

/**
 * The moments of the rows that a batch reads, from their gradients: for each slot of `groupByRow`
 * g = Σ over its run of weights[k] · source[sourceIndex[k]] + decay · (length of the run) · w.
 * A position from `limit` on, of which a run has one at most, is not the batch's: it adds row (position − limit) of `extra` and extraDecay · w.
 * Nothing is written but m and v, so that other threads may read w meanwhile. Returns nothing of use (see `bring`).
 */
export function learnRows(
  table: usize,
  stride: usize,
  offset: usize,
  between: usize,
  span: usize,
  width: i32,
  rows: usize,
  ends: usize,
  positions: usize,
  slots: i32,
  source: usize,
  sourceStride: usize,
  sourceIndex: usize,
  weights: usize,
  decay: f32,
  limit: i32,
  extra: usize,
  extraStride: usize,
  extraDecay: f32,
  stamps: usize,
  t: i32,
  keeps: usize,
  gains: usize,
): i32 {
  let brought = 0;
  const tail = tailMask(width);
  const last = span - 16;
  const blocks = last & ~63;
  const gain1 = v128.load_splat<f32>(gains);
  const gain2 = v128.load_splat<f32>(gains, 4);
  const most = v128.load_splat<f32>(gains, 8);
  let start = 0;
  for (let slot: usize = 0, lastSlot = <usize>slots << 2; slot < lastSlot; slot += 4) {
    if (slot % AT_ONCE == 0) {
      const next = min(slot + AT_ONCE, lastSlot);
      brought |= bring(table, stride, offset, between, span, rows, slot, next);
      const lastEnd = load<i32>(ends + next - 4);
      brought |= bringSources(source, sourceStride, span, sourceIndex, positions, start, lastEnd, limit);
    }
    const i = load<i32>(rows + slot);
    const end = load<i32>(ends + slot);
    const row = table + <usize>i * stride;
    const first = row + offset;
    const second = first + between;
    const keep = keepOf(keeps, t, load<i32>(stamps + (i << 2)));
    const keep1 = v128.load_splat<f32>(keep);
    const keep2 = v128.load_splat<f32>(keep, 4);
    const stop = endBelow(positions, start, end, limit);
    let known: usize = 0;
    let strength = decay * <f32>(stop - start);
    if (stop < end) {
      known = extra + <usize>(load<i32>(positions + (stop << 2)) - limit) * extraStride;
      strength += extraDecay;
    }
    const pull = f32x4.splat(strength);
    for (let d: usize = 0; d < blocks; d += 64) {
      let g0 = begin(pull, row, known, d);
      let g1 = begin(pull, row, known, d + 16);
      let g2 = begin(pull, row, known, d + 32);
      let g3 = begin(pull, row, known, d + 48);
      for (let at = start; at < stop; at++) {
        const k = load<i32>(positions + (at << 2)) << 2;
        const weight = v128.load_splat<f32>(weights + k);
        const x = source + <usize>load<i32>(sourceIndex + k) * sourceStride + d;
        g0 = madd(weight, v128.load(x), g0);
        g1 = madd(weight, v128.load(x, 16), g1);
        g2 = madd(weight, v128.load(x, 32), g2);
        g3 = madd(weight, v128.load(x, 48), g3);
      }
      learn(first + d, second + d, g0, keep1, keep2, gain1, gain2, most);
      learn(first + d + 16, second + d + 16, g1, keep1, keep2, gain1, gain2, most);
      learn(first + d + 32, second + d + 32, g2, keep1, keep2, gain1, gain2, most);
      learn(first + d + 48, second + d + 48, g3, keep1, keep2, gain1, gain2, most);
    }
    for (let d = blocks; d <= last; d += 16) {
      let g = begin(pull, row, known, d);
      for (let at = start; at < stop; at++) {
        const k = load<i32>(positions + (at << 2)) << 2;
        g = madd(v128.load_splat<f32>(weights + k), v128.load(source + <usize>load<i32>(sourceIndex + k) * sourceStride + d), g);
      }
      if (d == last) g = v128.and(g, tail);
      learn(first + d, second + d, g, keep1, keep2, gain1, gain2, most);
    }
    start = end;
  }
  return brought;
}

/** The same for a table of one column where source is 1 throughout: g = Σ weights[k] + decay · (length of the run) · w. */
export function learnColumn(
  table: usize,
  stride: usize,
  offset: usize,
  between: usize,
  rows: usize,
  ends: usize,
  positions: usize,
  slots: i32,
  weights: usize,
  decay: f32,
  limit: i32,
  extra: usize,
  extraStride: usize,
  extraDecay: f32,
  stamps: usize,
  t: i32,
  keeps: usize,
  gains: usize,
): void {
  const tail = tailMask(1);
  const gain1 = v128.load_splat<f32>(gains);
  const gain2 = v128.load_splat<f32>(gains, 4);
  const most = v128.load_splat<f32>(gains, 8);
  let start = 0;
  for (let slot: usize = 0, lastSlot = <usize>slots << 2; slot < lastSlot; slot += 4) {
    const i = load<i32>(rows + slot);
    const end = load<i32>(ends + slot);
    const row = table + <usize>i * stride;
    const first = row + offset;
    const keep = keepOf(keeps, t, load<i32>(stamps + (i << 2)));
    const stop = endBelow(positions, start, end, limit);
    const isExtra = stop < end;
    let g = (decay * <f32>(stop - start) + (isExtra ? extraDecay : 0)) * load<f32>(row);
    if (isExtra) g += load<f32>(extra + <usize>(load<i32>(positions + (stop << 2)) - limit) * extraStride);
    for (let at = start; at < stop; at++) g += load<f32>(weights + (load<i32>(positions + (at << 2)) << 2));
    const slope = v128.and(f32x4.splat(g), tail);
    learn(first, first + between, slope, v128.load_splat<f32>(keep), v128.load_splat<f32>(keep, 4), gain1, gain2, most);
    start = end;
  }
}
