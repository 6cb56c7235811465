import type { KeptMoments } from '../../../core/kept-moments.ts';
import type { ParameterValues } from '../../moments.ts';

/**
 * How a table lies in its texture: a texel for each number. A table with more rows than a texture can have is cut every
 * `height` rows, and the pieces stand side by side.
 */
export interface TableLayout {
  readonly rows: number;
  readonly columns: number;
  /** Rows of a piece; a power of two where there are several. */
  readonly height: number;
  readonly pieces: number;
}

/** `side`: the largest width and height of a texture. Throws a RangeError where the table is larger than any texture. */
export function layoutTable(rows: number, columns: number, side: number): TableLayout {
  const fits = (height: number) => height >= 1 && Math.ceil(rows / height) * columns <= side;
  let height = rows <= side ? rows : 2 ** Math.floor(Math.log2(side));
  if (!fits(height)) throw new RangeError(`A table of ${rows} × ${columns} does not fit into a texture of ${side} × ${side}`);
  while (height < rows && fits(height / 2)) height /= 2;
  return { rows, columns, height, pieces: Math.ceil(rows / height) };
}

/** The state of every number (weight, first moment, second moment, 0) as a packed matrix with a texel each. */
export function stateShape({ columns, height, pieces }: TableLayout): readonly [number, number] {
  return [2 * height, 2 * columns * pieces];
}

/** The state of numbers that are (rows, columns), row-major; an empty first moment is 0, an empty second one is `start`. */
export function packState({ weights, first, second }: ParameterValues, layout: TableLayout, start: number): Float32Array {
  const [stateRows, stateColumns] = stateShape(layout);
  const state = new Float32Array(stateRows * stateColumns);
  eachCell(layout, (cell, at) => {
    state[at] = weights[cell] as number;
    state[at + 1] = first[cell] ?? 0;
    state[at + stateColumns] = second[cell] ?? start;
  });
  return state;
}

/** The numbers of a state, row-major; a moment that is not kept is empty. */
export function unpackState(state: Float32Array, layout: TableLayout, kept: KeptMoments): ParameterValues {
  const stateColumns = stateShape(layout)[1];
  const size = layout.rows * layout.columns;
  const weights = new Float32Array(size);
  const first = new Float32Array(kept.first ? size : 0);
  const second = new Float32Array(kept.second ? size : 0);
  eachCell(layout, (cell, at) => {
    weights[cell] = state[at] as number;
    if (kept.first) first[cell] = state[at + 1] as number;
    if (kept.second) second[cell] = state[at + stateColumns] as number;
  });
  return { weights, first, second };
}

/** Visits every number: (its place row by row, the place of its weight in the state). */
function eachCell(layout: TableLayout, visit: (cell: number, at: number) => void): void {
  const { rows, columns, height } = layout;
  const stateColumns = stateShape(layout)[1];
  for (let row = 0; row < rows; row++) {
    const start = 2 * (row % height) * stateColumns + 2 * Math.floor(row / height) * columns;
    for (let column = 0; column < columns; column++) visit(row * columns + column, start + 2 * column);
  }
}

/** GLSL: `placeOf(row, column)` is the texel of a number, `cellAt(texel)` the (row, column) that lies there. */
export function placeCode({ columns, height, pieces }: TableLayout): string {
  if (pieces === 1) {
    return `
      ivec2 placeOf(int row, int column) { return ivec2(column, row); }
      ivec2 cellAt(ivec2 texel) { return texel.yx; }`;
  }
  return `
    ivec2 placeOf(int row, int column) {
      return ivec2((row >> ${Math.log2(height)}) * ${columns} + column, row & ${height - 1});
    }
    ivec2 cellAt(ivec2 texel) {
      int piece = texel.x / ${columns};
      return ivec2(piece * ${height} + texel.y, texel.x - piece * ${columns});
    }`;
}
