import { groupInSlices } from '../grouping.ts';
import type { Sliced } from '../slices.ts';

interface Pairs {
  /** Dense indices, parallel; each pair once. */
  readonly users: Int32Array;
  readonly movies: Int32Array;
}

/** How many ratings each is to have at least. */
export interface CoreSizes {
  readonly perUser: number;
  readonly perItem: number;
}

/** So many ratings at most are gone over between two yields. */
const SLICE_ROWS = 2 ** 17;

/**
 * Marks, with 1, the ratings outside the core: the largest set of ratings in which each user and each item that has any has at least so
 * many. Takes away whoever has too few, and with them ratings of others, until nobody has; in time in proportion to the ratings.
 */
export function* outsideCore(
  { users, movies }: Pairs,
  userCount: number,
  movieCount: number,
  { perUser, perItem }: CoreSizes,
): Sliced<Uint8Array> {
  const sides = [
    { ...(yield* groupInSlices(users, userCount)), others: movies, least: perUser },
    { ...(yield* groupInSlices(movies, movieCount)), others: users, least: perItem },
  ] as const;
  const degrees = sides.map(({ offsets }) => offsets.slice(1).map((end, at) => end - (offsets[at] as number)));
  const isOut = new Uint8Array(users.length);
  const leaving: (readonly [side: 0 | 1, index: number])[] = [];
  for (const side of [0, 1] as const) {
    for (const [index, degree] of (degrees[side] as Int32Array).entries()) {
      if (degree < sides[side].least) leaving.push([side, index]);
    }
  }
  let rows = 0;
  for (let next = leaving.pop(); next; next = leaving.pop()) {
    const [side, index] = next;
    const { offsets, order, others } = sides[side];
    const [opposite, left] = [side === 0 ? 1 : 0, degrees[1 - side] as Int32Array] as const;
    const [from, to] = [offsets[index] as number, offsets[index + 1] as number];
    for (let place = from; place < to; place++) {
      const at = order[place] as number;
      if (isOut[at] === 1) continue;
      isOut[at] = 1;
      const other = others[at] as number;
      left[other] = (left[other] as number) - 1;
      // Once: when it falls below, not when it falls further.
      if (left[other] === sides[opposite].least - 1) leaving.push([opposite, other]);
    }
    rows += to - from;
    if (rows < SLICE_ROWS) continue;
    yield rows;
    rows = 0;
  }
  return isOut;
}
