import type { Turn } from '../../core/gravity.ts';
import type { GravityTables } from '../../models/gravity.ts';
import type { Parameters } from './differentiate.ts';
import { add, at, type Matrix, map, multiply, transpose } from './matrix.ts';

/** Of each side the mean over its rows of the outer product of a row with itself, (width, width). */
export interface Gramians {
  readonly user: Matrix;
  readonly movie: Matrix;
}

export type Turns = Readonly<Record<keyof Gramians, Turn>>;

const OTHER = { user: 'movie', movie: 'user' } as const;

export function gramiansOf(parameters: Parameters, tables: GravityTables): Gramians {
  const gramian = (of: keyof Gramians): Matrix => {
    const table = tableOf(parameters, tables, of);
    return map(multiply(transpose(table), table), (value) => value / table.rows);
  };
  return { user: gramian('user'), movie: gramian('movie') };
}

/** Adds the gradient of κ · (mean of p G_q p over these users + mean of q G_p q over these movies), the Gramians being fixed. */
export function addGravity(
  parameters: Parameters,
  tables: GravityTables,
  gramians: Gramians,
  turns: Turns,
  gradients: Parameters,
): void {
  for (const of of ['user', 'movie'] as const) {
    const [table, gradient] = [tableOf(parameters, tables, of), tableOf(gradients, tables, of)];
    const { from, to } = turns[of];
    const gramian = gramians[OTHER[of]];
    for (let row = from; row < to; row++) {
      for (let d = 0; d < table.columns; d++) {
        let pull = 0;
        for (let e = 0; e < table.columns; e++) pull += at(table, row, e) * at(gramian, e, d);
        add(gradient, row, d, (2 * tables.weight * pull) / (to - from));
      }
    }
  }
}

const tableOf = (parameters: Parameters, tables: GravityTables, of: keyof Gramians): Matrix =>
  parameters.get(`${tables[of].name}/embeddings`) as Matrix;
