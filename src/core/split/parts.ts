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

/** The part that a position is in. */
export function partAt({ validation, test }: Split, at: number): number {
  if (includes(validation, at)) return VALIDATION;
  return includes(test, at) ? TEST : TRAIN;
}

/** Whether a position is in a part that is not trained on. */
export const isHeldOut = (split: Split, at: number): boolean => partAt(split, at) !== TRAIN;

/** By halves. */
function includes(ascending: Int32Array, wanted: number): boolean {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === wanted;
}

/** Of no more ratings the positions to train on are held, once they were asked for. */
const MOST_HELD = 2 ** 21;

export function gatherParts(parts: Parts): Split {
  const { length } = parts;
  const [validation, test] = [positionsOf(parts, VALIDATION), positionsOf(parts, TEST)];
  let made: Pick<WeakRef<Int32Array>, 'deref'> | undefined;
  return {
    /** All others: of many ratings they take much memory, and are quickly found again where nobody holds them any more. */
    get train() {
      const known = made?.deref();
      if (known) return known;
      const train = new Int32Array(length - validation.length - test.length);
      trainInPieces({ validation, test }, length, train).next();
      made = length > MOST_HELD ? new WeakRef(train) : { deref: () => train };
      return train;
    },
    validation,
    test,
  };
}

/** The positions of the training part as many at a time as there is room for, all of them in that room. `count`: of all ratings. */
export function* trainInPieces(
  { validation, test }: Omit<Split, 'train'>,
  count: number,
  room: Int32Array,
): Generator<Int32Array, void> {
  let [i, j, filled] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    if (validation[i] === at) i++;
    else if (test[j] === at) j++;
    else room[filled++] = at;
    if (filled < room.length) continue;
    yield room;
    filled = 0;
  }
  if (filled > 0) yield room.subarray(0, filled);
}

function positionsOf(parts: Parts, part: number): Int32Array {
  let size = 0;
  for (let at = 0; at < parts.length; at++) if (parts[at] === part) size++;
  const positions = new Int32Array(size);
  for (let at = 0, filled = 0; at < parts.length; at++) if (parts[at] === part) positions[filled++] = at;
  return positions;
}
