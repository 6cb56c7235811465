/**
 * The first of the places `from` … `to` − 1 for which `holds` is true, by bisection; `to` where it is true for none. Once true it must
 * stay true.
 */
export function firstPlace(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
