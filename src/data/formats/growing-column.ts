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

const PIECE = 2 ** 18;

export function growingColumn<Column extends Values>(create: (length: number) => Column): GrowingColumn<Column> {
  const full: Column[] = [];
  let piece = create(PIECE);
  let at = 0;
  return {
    add(value) {
      if (at === PIECE) {
        full.push(piece);
        piece = create(PIECE);
        at = 0;
      }
      piece[at++] = value;
    },
    get length() {
      return full.length * PIECE + at;
    },
    replace(change) {
      for (const values of full) for (let i = 0; i < PIECE; i++) values[i] = change(values[i] as number);
      for (let i = 0; i < at; i++) piece[i] = change(piece[i] as number);
    },
    join() {
      const joined = create(full.length * PIECE + at);
      joined.set(piece.subarray(0, at) as never, full.length * PIECE);
      for (let last = full.pop(); last !== undefined; last = full.pop()) joined.set(last as never, full.length * PIECE);
      return joined;
    },
  };
}
