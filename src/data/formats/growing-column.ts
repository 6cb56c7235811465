/** The array types of rating columns. */
type Values = Int32Array | Float32Array | Uint32Array;

/** A column whose length is not known before its end. Grows by pieces, so that nothing is copied until it is joined. */
export interface GrowingColumn<Column extends Values> {
  add(value: number): void;
  readonly length: number;
  /** Changes every value there is. */
  replace(change: (value: number) => number): void;
  /** One array of it all. The pieces are given up on the way: to be called once. */
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
    replace(change) {
      for (const values of [...full, piece.subarray(0, at)]) {
        for (let i = 0; i < values.length; i++) values[i] = change(values[i] as number);
      }
    },
    join() {
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
