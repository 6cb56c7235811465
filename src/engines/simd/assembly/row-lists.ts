// Lists are followed in pieces, and each piece once for 8, 4 or 1 vectors of its rows: so many sums (or addends) stay in registers,
// as many additions are under way at once, and the rows of a piece are still in the first cache when they are read again.

/** Bytes of a piece. */
const PIECE = 128;

// @ts-ignore: decorator
@inline
function sum8(table: usize, stride: usize, start: usize, end: usize, to: usize): void {
  let s0 = v128.load(to);
  let s1 = v128.load(to, 16);
  let s2 = v128.load(to, 32);
  let s3 = v128.load(to, 48);
  let s4 = v128.load(to, 64);
  let s5 = v128.load(to, 80);
  let s6 = v128.load(to, 96);
  let s7 = v128.load(to, 112);
  for (let k = start; k < end; k += 4) {
    const row = table + <usize>load<i32>(k) * stride;
    s0 = f32x4.add(s0, v128.load(row));
    s1 = f32x4.add(s1, v128.load(row, 16));
    s2 = f32x4.add(s2, v128.load(row, 32));
    s3 = f32x4.add(s3, v128.load(row, 48));
    s4 = f32x4.add(s4, v128.load(row, 64));
    s5 = f32x4.add(s5, v128.load(row, 80));
    s6 = f32x4.add(s6, v128.load(row, 96));
    s7 = f32x4.add(s7, v128.load(row, 112));
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
  v128.store(to, s2, 32);
  v128.store(to, s3, 48);
  v128.store(to, s4, 64);
  v128.store(to, s5, 80);
  v128.store(to, s6, 96);
  v128.store(to, s7, 112);
}

// @ts-ignore: decorator
@inline
function sum4(table: usize, stride: usize, start: usize, end: usize, to: usize): void {
  let s0 = v128.load(to);
  let s1 = v128.load(to, 16);
  let s2 = v128.load(to, 32);
  let s3 = v128.load(to, 48);
  for (let k = start; k < end; k += 4) {
    const row = table + <usize>load<i32>(k) * stride;
    s0 = f32x4.add(s0, v128.load(row));
    s1 = f32x4.add(s1, v128.load(row, 16));
    s2 = f32x4.add(s2, v128.load(row, 32));
    s3 = f32x4.add(s3, v128.load(row, 48));
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
  v128.store(to, s2, 32);
  v128.store(to, s3, 48);
}

/** Four rows at a time, since one addition after the other would wait for each. */
// @ts-ignore: decorator
@inline
function sum1(table: usize, stride: usize, start: usize, end: usize, to: usize): void {
  let s0 = v128.load(to);
  let s1 = f32x4.splat(0);
  let s2 = s1;
  let s3 = s1;
  let k = start;
  for (; k + 12 < end; k += 16) {
    s0 = f32x4.add(s0, v128.load(table + <usize>load<i32>(k) * stride));
    s1 = f32x4.add(s1, v128.load(table + <usize>load<i32>(k, 4) * stride));
    s2 = f32x4.add(s2, v128.load(table + <usize>load<i32>(k, 8) * stride));
    s3 = f32x4.add(s3, v128.load(table + <usize>load<i32>(k, 12) * stride));
  }
  for (; k < end; k += 4) s0 = f32x4.add(s0, v128.load(table + <usize>load<i32>(k) * stride));
  v128.store(to, f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

/** Adds the rows of a list to the row at `to`. */
// @ts-ignore: decorator
@inline
export function sumRows(table: usize, stride: usize, span: usize, start: usize, end: usize, to: usize): void {
  const eights = span & ~127;
  for (let from = start; from < end; from += PIECE) {
    const until = min(end, from + PIECE);
    let d: usize = 0;
    for (; d < eights; d += 128) sum8(table + d, stride, from, until, to + d);
    if (span - d >= 64) {
      sum4(table + d, stride, from, until, to + d);
      d += 64;
    }
    for (; d < span; d += 16) sum1(table + d, stride, from, until, to + d);
  }
}

// @ts-ignore: decorator
@inline
function add8(table: usize, stride: usize, start: usize, end: usize, x: usize): void {
  const x0 = v128.load(x);
  const x1 = v128.load(x, 16);
  const x2 = v128.load(x, 32);
  const x3 = v128.load(x, 48);
  const x4 = v128.load(x, 64);
  const x5 = v128.load(x, 80);
  const x6 = v128.load(x, 96);
  const x7 = v128.load(x, 112);
  for (let k = start; k < end; k += 4) {
    const row = table + <usize>load<i32>(k) * stride;
    v128.store(row, f32x4.add(v128.load(row), x0));
    v128.store(row, f32x4.add(v128.load(row, 16), x1), 16);
    v128.store(row, f32x4.add(v128.load(row, 32), x2), 32);
    v128.store(row, f32x4.add(v128.load(row, 48), x3), 48);
    v128.store(row, f32x4.add(v128.load(row, 64), x4), 64);
    v128.store(row, f32x4.add(v128.load(row, 80), x5), 80);
    v128.store(row, f32x4.add(v128.load(row, 96), x6), 96);
    v128.store(row, f32x4.add(v128.load(row, 112), x7), 112);
  }
}

// @ts-ignore: decorator
@inline
function add4(table: usize, stride: usize, start: usize, end: usize, x: usize): void {
  const x0 = v128.load(x);
  const x1 = v128.load(x, 16);
  const x2 = v128.load(x, 32);
  const x3 = v128.load(x, 48);
  for (let k = start; k < end; k += 4) {
    const row = table + <usize>load<i32>(k) * stride;
    v128.store(row, f32x4.add(v128.load(row), x0));
    v128.store(row, f32x4.add(v128.load(row, 16), x1), 16);
    v128.store(row, f32x4.add(v128.load(row, 32), x2), 32);
    v128.store(row, f32x4.add(v128.load(row, 48), x3), 48);
  }
}

// @ts-ignore: decorator
@inline
function add1(table: usize, stride: usize, start: usize, end: usize, x: usize): void {
  const x0 = v128.load(x);
  for (let k = start; k < end; k += 4) {
    const row = table + <usize>load<i32>(k) * stride;
    v128.store(row, f32x4.add(v128.load(row), x0));
  }
}

/** Adds the row at `x` to each row of a list. */
// @ts-ignore: decorator
@inline
export function addToRows(table: usize, stride: usize, span: usize, start: usize, end: usize, x: usize): void {
  const eights = span & ~127;
  for (let from = start; from < end; from += PIECE) {
    const until = min(end, from + PIECE);
    let d: usize = 0;
    for (; d < eights; d += 128) add8(table + d, stride, from, until, x + d);
    if (span - d >= 64) {
      add4(table + d, stride, from, until, x + d);
      d += 64;
    }
    for (; d < span; d += 16) add1(table + d, stride, from, until, x + d);
  }
}
