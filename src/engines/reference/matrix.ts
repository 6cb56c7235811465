/** A row-major matrix in double precision. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

export function map({ rows, columns, values }: Matrix, f: (value: number, at: number) => number): Matrix {
  return { rows, columns, values: values.map(f) };
}

/** a (n, k) · b (k, m) → (n, m). */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const out = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const x = at(a, i, k);
      for (let j = 0; j < b.columns; j++) add(out, i, j, x * at(b, k, j));
    }
  }
  return out;
}

export function transpose(a: Matrix): Matrix {
  const out = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) add(out, j, i, at(a, i, j));
  return out;
}

export const at = (m: Matrix, row: number, column: number): number => m.values[row * m.columns + column] as number;

export function add(m: Matrix, row: number, column: number, value: number): void {
  m.values[row * m.columns + column] = at(m, row, column) + value;
}
