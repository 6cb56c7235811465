/**
 * Copies the examples at these positions, `words` numbers each (indices, then the target), into as many columns, `columnStride`
 * bytes apart. Together an example's numbers are mostly on one cache line: in an order that is random that is one wait for
 * memory instead of one a column.
 */
export function layOut(examples: usize, words: i32, positions: usize, count: i32, columns: usize, columnStride: usize): void {
  if (words == 3) return layOutThree(examples, positions, count, columns, columnStride);
  const bytes = <usize>words << 2;
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const example = examples + <usize>load<i32>(positions + k) * bytes;
    let to = columns + k;
    for (let d: usize = 0; d < bytes; d += 4) {
      store<i32>(to, load<i32>(example + d));
      to += columnStride;
    }
  }
}

/** User, movie and target: all are read before the first is written, so that the next example need not wait for it. */
// @ts-ignore: decorator
@inline
function layOutThree(examples: usize, positions: usize, count: i32, columns: usize, columnStride: usize): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const example = examples + <usize>load<i32>(positions + k) * 12;
    const user = load<i32>(example);
    const movie = load<i32>(example, 4);
    const target = load<i32>(example, 8);
    const to = columns + k;
    store<i32>(to, user);
    store<i32>(to + columnStride, movie);
    store<i32>(to + 2 * columnStride, target);
  }
}
