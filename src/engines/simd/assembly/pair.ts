import { madd, sumLanes } from './math';

/** out[k] = left[lefts[k]] · right[rights[k]] over `span` bytes of columns, straight from the two tables. */
export function pairDots(
  left: usize,
  leftStride: usize,
  right: usize,
  rightStride: usize,
  span: usize,
  lefts: usize,
  rights: usize,
  count: i32,
  out: usize,
): void {
  const pairs = span & ~31;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const p = left + <usize>load<i32>(lefts + k) * leftStride;
    const q = right + <usize>load<i32>(rights + k) * rightStride;
    let even = f32x4.splat(0);
    let odd = even;
    for (let d: usize = 0; d < pairs; d += 32) {
      even = madd(v128.load(p + d), v128.load(q + d), even);
      odd = madd(v128.load(p + d, 16), v128.load(q + d, 16), odd);
    }
    if (pairs < span) even = madd(v128.load(p + pairs), v128.load(q + pairs), even);
    store<f32>(out + k, sumLanes(f32x4.add(even, odd)));
  }
}
