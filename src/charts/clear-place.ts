import type { Pixels } from './place-labels.ts';

export interface Place {
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** The corners of a drawn line, by ascending x. */
export type Line = readonly { readonly x: Pixels; readonly y: Pixels }[];

/** The first of these places that no line crosses and no other place touches; where there is none, the one with the fewest of both. */
export function clearPlace(places: readonly Place[], lines: readonly Line[], taken: readonly Place[]): Place {
  const [first, ...others] = places.map((place) => ({ place, faults: faultsOf(place, lines, taken) }));
  if (!first) throw new RangeError('There is no place to choose from');
  return others.reduce((best, next) => (next.faults < best.faults ? next : best), first).place;
}

const faultsOf = (place: Place, lines: readonly Line[], taken: readonly Place[]): number =>
  lines.filter((line) => crosses(line, place)).length + taken.filter((other) => touches(other, place)).length;

const crosses = (line: Line, place: Place): boolean =>
  line.some((to, at) => at > 0 && cuts(line[at - 1] as Line[number], to, place));

/** Whether the line from one corner to the next passes through. */
function cuts(from: Line[number], to: Line[number], { left, top, width, height }: Place): boolean {
  const [start, end] = [Math.max(from.x, left), Math.min(to.x, left + width)];
  if (start > end) return false;
  const slope = to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
  const [a, b] = [start, end].map((x) => from.y + slope * (x - from.x)) as [Pixels, Pixels];
  return Math.min(a, b) < top + height && Math.max(a, b) > top;
}

const touches = (a: Place, b: Place): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
