/** Copies `width` columns of one row. */
// @ts-ignore: decorator
@inline
function copyRow(to: usize, from: usize, width: usize): void {
  const end = width << 2;
  const whole = end & ~15;
  let d: usize = 0;
  for (; d < whole; d += 16) v128.store(to + d, v128.load(from + d));
  for (; d < end; d += 4) store<f32>(to + d, load<f32>(from + d));
}

/** out[k] = table[indices[k]], `width` columns. */
export function gatherRows(
  table: usize,
  tableStride: usize,
  indices: usize,
  count: i32,
  width: i32,
  out: usize,
  outStride: usize,
): void {
  for (let k = 0; k < count; k++) {
    copyRow(out, table + <usize>load<i32>(indices) * tableStride, width);
    indices += 4;
    out += outStride;
  }
}

/** out[k] += table[indices[k]], one column, out contiguous. */
export function addGathered(table: usize, tableStride: usize, indices: usize, count: i32, out: usize): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    store<f32>(out + k, load<f32>(out + k) + load<f32>(table + <usize>load<i32>(indices + k) * tableStride));
  }
}

/** table[indices[k]] = from[k], `width` columns. */
export function placeRows(
  table: usize,
  tableStride: usize,
  indices: usize,
  count: i32,
  width: i32,
  from: usize,
  fromStride: usize,
): void {
  for (let k = 0; k < count; k++) {
    copyRow(table + <usize>load<i32>(indices) * tableStride, from, width);
    indices += 4;
    from += fromStride;
  }
}

/** out[k] = left[lefts[k]] + right[rights[k]], `span` bytes of columns. */
export function addRows(
  left: usize,
  leftStride: usize,
  lefts: usize,
  right: usize,
  rightStride: usize,
  rights: usize,
  count: i32,
  span: usize,
  out: usize,
  outStride: usize,
): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const x = left + <usize>load<i32>(lefts + k) * leftStride;
    const y = right + <usize>load<i32>(rights + k) * rightStride;
    for (let d: usize = 0; d < span; d += 16) v128.store(out + d, f32x4.add(v128.load(x + d), v128.load(y + d)));
    out += outStride;
  }
}

/** to[k] = from[k], `width` columns of each row. */
export function copyColumns(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, width: i32): void {
  for (let k = 0; k < rows; k++) {
    copyRow(to, from, width);
    to += toStride;
    from += fromStride;
  }
}

/** to[column][row] = from[row][column]. */
export function transposeRows(to: usize, toStride: usize, from: usize, fromStride: usize, rows: i32, columns: i32): void {
  for (let row = 0; row < rows; row++) {
    let target = to + (<usize>row << 2);
    for (let c: usize = 0, end = <usize>columns << 2; c < end; c += 4) {
      store<f32>(target, load<f32>(from + c));
      target += toStride;
    }
    from += fromStride;
  }
}
