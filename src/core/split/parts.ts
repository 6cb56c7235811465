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
  const sizes = [0, 0, 0];
  for (const part of parts) sizes[part] = (sizes[part] as number) + 1;
  const positions = sizes.map((size) => new Int32Array(size));
  const filled = [0, 0, 0];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as number;
    const place = filled[part] as number;
    (positions[part] as Int32Array)[place] = at;
    filled[part] = place + 1;
  }
  const [train, validation, test] = positions as [Int32Array, Int32Array, Int32Array];
  return { train, validation, test };
}
