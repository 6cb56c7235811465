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

// Without a branch: whether an example is owned is a coin toss.
function listOwn(indices: usize, count: i32, from: i32, to: i32, own: usize): i32 {
  let owned = 0;
  for (let k = 0; k < count; k++) {
    store<i32>(own + (owned << 2), k);
    owned += i32(<u32>(load<i32>(indices + (k << 2)) - from) < <u32>(to - from));
  }
  return owned;
}

function countRuns(indices: usize, own: usize, owned: i32, slotOf: usize, rows: usize, ends: usize): i32 {
  let slots = 0;
  for (let i = 0; i < owned; i++) {
    const row = load<i32>(indices + (load<i32>(own + (i << 2)) << 2));
    let slot = load<i32>(slotOf + (row << 2));
    if (slot == 0) {
      slot = ++slots;
      store<i32>(slotOf + (row << 2), slot);
      store<i32>(rows + ((slot - 1) << 2), row);
      store<i32>(ends + ((slot - 1) << 2), 0);
    }
    const length = ends + ((slot - 1) << 2);
    store<i32>(length, load<i32>(length) + 1);
  }
  return slots;
}
