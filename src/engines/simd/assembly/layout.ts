/**
 * Copies the examples at these positions, `words` numbers each (indices, then the target), into as many columns, `columnStride`
 * bytes apart. Together an example's numbers are mostly on one cache line: in an order that is random that is one wait for
 * memory instead of one a column.
 */
export function layOut(examples: usize, words: i32, positions: usize, count: i32, columns: usize, columnStride: usize): void {
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

/**
 * The same of examples of two words each: the user, and the movie below the code of the target, which stands in its top byte and says
 * where among `targets` that is.
 */
export function layOutPacked(examples: usize, targets: usize, positions: usize, count: i32, columns: usize, columnStride: usize): void {
  for (let k: usize = 0, end = <usize>count << 2; k < end; k += 4) {
    const example = examples + (<usize>load<i32>(positions + k) << 3);
    const user = load<i32>(example);
    const coded = load<u32>(example, 4);
    const to = columns + k;
    store<i32>(to, user);
    store<i32>(to + columnStride, coded & 0xffffff);
    store<f32>(to + 2 * columnStride, load<f32>(targets + ((coded >> 24) << 2)));
  }
}
