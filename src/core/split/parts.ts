/** Positions in the ratings, ascending within each part; together they are all positions, once each. */
export interface Split {
  readonly train: Int32Array;
  /** Measured after every epoch; empty where nothing is held out. */
  readonly validation: Int32Array;
  /** Measured once, at the end; may be empty. */
  readonly test: Int32Array;
}

/** What a strategy delivers: the part of every position, (count). */
export type Parts = Uint8Array;

export const TRAIN = 0;
export const VALIDATION = 1;
export const TEST = 2;

export function gatherParts(parts: Parts): Split {
  return { train: positionsOf(parts, TRAIN), validation: positionsOf(parts, VALIDATION), test: positionsOf(parts, TEST) };
}

function positionsOf(parts: Parts, part: number): Int32Array {
  let size = 0;
  for (let at = 0; at < parts.length; at++) if (parts[at] === part) size++;
  const positions = new Int32Array(size);
  for (let at = 0, filled = 0; at < parts.length; at++) if (parts[at] === part) positions[filled++] = at;
  return positions;
}
