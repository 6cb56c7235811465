/** The array types of rating columns. */
type Values = Int32Array | Float32Array | Uint32Array;

/**
 * A column whose length is not known before its end. Grows by pieces, so that nothing is copied until it is joined, and nothing at
 * all where as many came as were expected.
 */
export interface GrowingColumn<Column extends Values> {
  add(value: number): void;
  readonly length: number;
  /** Makes room for so many values in one piece, where the browser has it. Memory is taken as they come. */
  expect(length: number): void;
  /** Changes every value there is. */
  replace(change: (value: number) => number): void;
  /** One array of it all, which may be a part of a larger buffer. The pieces are given up on the way: to be called once. */
  join(): Column;
}

const FIRST_PIECE = 2 ** 10;
const LARGEST_PIECE = 2 ** 18;

export function growingColumn<Column extends Values>(create: (length: number) => Column): GrowingColumn<Column> {
  const full: Column[] = [];
  let before = 0; // values in the full pieces
  let piece = create(FIRST_PIECE);
  let at = 0;
  const grow = (): void => {
    full.push(piece);
    before += piece.length;
    piece = create(Math.min(LARGEST_PIECE, 2 * piece.length));
    at = 0;
  };
  return {
    add(value) {
      if (at === piece.length) grow();
      piece[at++] = value;
    },
    get length() {
      return before + at;
    },
    expect(length) {
      const roomy = length > Math.max(LARGEST_PIECE, before + at) ? allocate(create, length) : null;
      if (roomy === null) return;
      let filled = 0;
      for (const values of [...full, piece.subarray(0, at)]) {
        roomy.set(values as never, filled);
        filled += values.length;
      }
      full.length = 0;
      [piece, at, before] = [roomy, filled, 0];
    },
    replace(change) {
      for (const values of [...full, piece.subarray(0, at)]) {
        for (let i = 0; i < values.length; i++) values[i] = change(values[i] as number);
      }
    },
    join() {
      if (full.length === 0) return piece.subarray(0, at) as Column;
      const joined = create(before + at);
      joined.set(piece.subarray(0, at) as never, before);
      for (let last = full.pop(); last !== undefined; last = full.pop()) {
        before -= last.length;
        joined.set(last as never, before);
      }
      return joined;
    },
  };
}

/** Null where the browser has no room for it in one piece. */
function allocate<Column>(create: (length: number) => Column, length: number): Column | null {
  try {
    return create(length);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
