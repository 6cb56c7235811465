import { type Column, tableHeight } from '../../models/graph.ts';
import { checkIndices } from '../check-options.ts';
import { columnOf, type Pairs, type Trainer } from '../trainer.ts';
import type { Machine } from './machine.ts';
import { floatsAt, wordsAt } from './memory/heap.ts';
import type { TrainerParts } from './trainer-parts.ts';

/** The part of a trainer that predicts, with the weights as they are. */
export function createPredicting(parts: TrainerParts): Pick<Trainer, 'predict' | 'score'> {
  const { graph } = parts.options;
  const columns = windowColumns(parts.machine);
  return {
    async predict(users, movies, when) {
      const asked = { users, movies, when };
      checkIndices(graph, asked);
      return predictAll(parts, {
        count: users.length,
        rowsOf: (column) => columnOf(asked, column),
        layOut(from, size) {
          for (const [column, to] of columns) to.set(columnOf(asked, column).subarray(from, from + size));
        },
      });
    },
    async score(users, when) {
      const asked = { users, movies: new Int32Array(), when };
      checkIndices(graph, asked);
      const movies = tableHeight(graph, 'movie');
      const all = Int32Array.from({ length: movies }, (_, movie) => movie);
      return predictAll(parts, {
        count: users.length * movies,
        rowsOf: (column) => (column === 'movie' ? all : columnOf(asked, column)),
        layOut: (from, size) => layOutScores(columns, asked, movies, from, size),
      });
    },
  };
}

interface Asked {
  /** Of the pairs. */
  readonly count: number;
  /** The rows that the pairs read, in any order. */
  rowsOf(column: Column): Int32Array;
  /** Writes the pairs from … from + size − 1 into the window. */
  layOut(from: number, size: number): void;
}

/** Predictions of pairs, as many at a time as the window holds. */
function predictAll(parts: TrainerParts, { count, rowsOf, layOut }: Asked): Float32Array {
  const { machine, clock, batches, requireAlive } = parts;
  const { heap, team } = machine;
  const { window } = machine.plan;
  requireAlive();
  batches.clear();
  const predictions = new Float32Array(count);
  clock.whileSettled(() => {
    tabulate(parts, rowsOf);
    for (let from = 0; from < count; from += window.size) {
      const size = Math.min(window.size, count - from);
      layOut(from, size);
      team.bulk('predict', size);
      predictions.set(floatsAt(heap, window.predictions, size), from);
    }
  });
  return predictions;
}

/** Works out what the prediction reads of single users, movies or periods. */
function tabulate({ options, machine }: TrainerParts, rowsOf: Asked['rowsOf']): void {
  const { plan, heap, team } = machine;
  const { window } = plan;
  for (const { column } of plan.predict.columns) {
    const rows = distinct(rowsOf(column), tableHeight(options.graph, column));
    for (let from = 0; from < rows.length; from += window.size) {
      const count = Math.min(window.size, rows.length - from);
      wordsAt(heap, window.positions, count).set(rows.subarray(from, from + count));
      team.bulk(column, count);
    }
  }
}

/** Each row once, ascending. */
function distinct(rows: Int32Array, height: number): Int32Array {
  const isListed = new Uint8Array(height);
  for (const row of rows) isListed[row] = 1;
  let count = 0;
  const found = new Int32Array(height);
  for (let row = 0; row < height; row++) if (isListed[row] === 1) found[count++] = row;
  return found.subarray(0, count);
}

type Columns = readonly (readonly [Column, Int32Array])[];

function windowColumns({ plan: { window }, heap }: Machine): Columns {
  return window.columns.map((column) => [column, wordsAt(heap, window.at[column], window.size)]);
}

/** Pairs `from` … of (users × movies), row by row. */
function layOutScores(columns: Columns, asked: Pairs, movies: number, from: number, size: number): void {
  for (const [column, to] of columns) {
    for (let at = 0; at < size; ) {
      const start = (from + at) % movies;
      const run = Math.min(movies - start, size - at);
      if (column === 'movie') for (let i = 0; i < run; i++) to[at + i] = start + i;
      else to.fill(columnOf(asked, column)[Math.floor((from + at) / movies)] as number, at, at + run);
      at += run;
    }
  }
}
