/**
 * Groups the positions 0 … count − 1 of a batch by the table row they read, for the rows from … to − 1. Slot i stands for
 * the i-th row met: `rows[i]` is that row and `ends[i]` is where its run in `positions` ends; it starts where the one before
 * ends. Positions stay in batch order within a run, so that sums over a run do not depend on who owns which rows.
 * `slotOf` (one i32 a row) is all zero before and after; `own` holds count + 1 numbers. Returns the number of slots.
 */
export function groupByRow(
  indices: usize,
  count: i32,
  from: i32,
  to: i32,
  slotOf: usize,
  own: usize,
  rows: usize,
  ends: usize,
  positions: usize,
): i32 {
  const owned = listOwn(indices, count, from, to, own);
  const slots = countRuns(indices, own, owned, slotOf, rows, ends);
  let start = 0;
  for (let slot = 0; slot < slots; slot++) {
    const length = load<i32>(ends + (slot << 2));
    store<i32>(ends + (slot << 2), start);
    start += length;
  }
  for (let i = 0; i < owned; i++) {
    const position = load<i32>(own + (i << 2));
    const slot = load<i32>(slotOf + (load<i32>(indices + (position << 2)) << 2));
    const end = ends + ((slot - 1) << 2);
    const at = load<i32>(end);
    store<i32>(positions + (at << 2), position);
    store<i32>(end, at + 1);
  }
  for (let slot = 0; slot < slots; slot++) store<i32>(slotOf + (load<i32>(rows + (slot << 2)) << 2), 0);
  return slots;
}

/** For each set of lanes, of which lane 0 is the lowest bit: the bytes that bring these lanes to the front, in order. */
// biome-ignore format: a row for each set
const TO_FRONT = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0,
  8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0,
  12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0,
  8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
]);

/** Every share goes over the whole batch: four examples at once, and without a branch, since whether one is owned is a coin toss. */
function listOwn(indices: usize, count: i32, from: i32, to: i32, own: usize): i32 {
  const first = i32x4.splat(from);
  const rows = i32x4.splat(to - from);
  let positions = i32x4(0, 1, 2, 3);
  let owned = 0;
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const isOwn = v128.lt<u32>(i32x4.sub(v128.load(indices + (k << 2)), first), rows);
    const lanes = i32x4.bitmask(isOwn);
    v128.store(own + (owned << 2), i8x16.swizzle(positions, v128.load(TO_FRONT + (lanes << 4))));
    owned += popcnt(lanes);
    positions = i32x4.add(positions, i32x4.splat(4));
  }
  for (; k < count; k++) {
    store<i32>(own + (owned << 2), k);
    owned += i32(<u32>(load<i32>(indices + (k << 2)) - from) < <u32>(to - from));
  }
  return owned;
}

/** Without a branch too: whether a row was met before is hard to foretell. What is written for the next slot does no harm while there is none. */
function countRuns(indices: usize, own: usize, owned: i32, slotOf: usize, rows: usize, ends: usize): i32 {
  let slots = 0;
  for (let i = 0; i < owned; i++) {
    const row = load<i32>(indices + (load<i32>(own + (i << 2)) << 2));
    const known = slotOf + (row << 2);
    store<i32>(rows + (slots << 2), row);
    store<i32>(ends + (slots << 2), 0);
    const met = load<i32>(known);
    slots += i32(met == 0);
    const slot = select<i32>(met, slots, met != 0);
    store<i32>(known, slot);
    const length = ends + ((slot - 1) << 2);
    store<i32>(length, load<i32>(length) + 1);
  }
  return slots;
}
