import { type Column, tableHeight } from '../../models/graph.ts';
import { checkEpoch, checkIndices, checkState, checkTrainerOptions } from '../check-options.ts';
import { keptMoments, secondMomentStart } from '../moments.ts';
import { columnOf, type Pairs, type Trainer, type TrainerOptions } from '../trainer.ts';
import type { SimdHost } from './host.ts';
import { type Machine, startMachine } from './machine.ts';
import { floatsAt, wordsAt } from './memory/heap.ts';
import { loadMoments, loadWeights, type Numbers, storeNumbers } from './memory/weights.ts';
import { createRowClock } from './row-clock.ts';

/** A trainer whose threads can be chosen. */
export type SimdTrainer = Trainer & Required<Pick<Trainer, 'threads' | 'setThreads'>>;

/** Trains a graph with our own WebAssembly kernels, on as many threads as the host gives. */
export async function createSimdTrainer(options: TrainerOptions, host: SimdHost): Promise<SimdTrainer> {
  checkTrainerOptions(options);
  return wrap(options, await startMachine(options, host));
}

function wrap(options: TrainerOptions, machine: Machine): SimdTrainer {
  const { graph, examples, batchSize } = options;
  const { plan, heap, team } = machine;
  const { window } = plan;
  const clock = createRowClock(options, machine);
  const pairs = windowColumns(machine);
  /** The examples of the epoch that the window holds: from … to − 1; none while it holds pairs to predict. */
  let held = { from: 0, to: 0 };
  let order = new Int32Array();
  let counted = 0;
  let disposed = false;
  put({ weights: options.weights, first: {}, second: {} }, 0);

  function put(numbers: Numbers, steps: number): void {
    storeNumbers(heap, plan.tables, numbers, secondMomentStart(options.optimizer));
    clock.restart(steps);
  }

  function requireAlive(): void {
    if (disposed) throw new Error('This trainer has been disposed of');
  }

  /** Puts whole batches, from `from` on, into the window. */
  function hold(from: number): void {
    const to = Math.min(order.length, from + Math.floor(window.size / batchSize) * batchSize);
    wordsAt(heap, window.positions, to - from).set(order.subarray(from, to));
    team.bulk('lay-out', to - from);
    held = { from, to };
  }

  /** Works out what the prediction reads of single users, movies or periods, with the weights as they are. */
  function tabulate(rowsOf: (column: Column) => Int32Array): void {
    for (const { column } of plan.predict.columns) {
      const rows = distinct(rowsOf(column), tableHeight(graph, column));
      for (let from = 0; from < rows.length; from += window.size) {
        const count = Math.min(window.size, rows.length - from);
        wordsAt(heap, window.positions, count).set(rows.subarray(from, from + count));
        team.bulk(column, count);
      }
    }
  }

  /**
   * Predicts `count` pairs of the rows given, as many at a time as the window holds; `fill` writes the pairs from a position on.
   */
  function predictAll(
    count: number,
    rowsOf: (column: Column) => Int32Array,
    fill: (from: number, size: number) => void,
  ): Float32Array {
    requireAlive();
    held = { from: 0, to: 0 };
    const predictions = new Float32Array(count);
    clock.whileSettled(() => {
      tabulate(rowsOf);
      for (let from = 0; from < count; from += window.size) {
        const size = Math.min(window.size, count - from);
        fill(from, size);
        team.bulk('predict', size);
        predictions.set(floatsAt(heap, window.predictions, size), from);
      }
    });
    return predictions;
  }

  return {
    engine: 'simd',
    threads: machine.threads,
    setThreads: team.use,
    beginEpoch(next, movies = examples.movies) {
      checkEpoch(options, next, movies);
      if (movies !== examples.movies) machine.storeMovies(movies);
      // Rows wait for their updates no longer than an epoch: a state that is read between two epochs is all there is to know.
      clock.settleAll();
      order = next.slice();
      held = { from: 0, to: 0 };
      machine.takeLoss();
      counted = 0;
    },
    step(index, learningRate) {
      requireAlive();
      const from = index * batchSize;
      const to = Math.min(order.length, from + batchSize);
      if (!(Number.isInteger(index) && index >= 0 && from < to)) throw new RangeError(`The epoch has no batch ${index}`);
      if (from < held.from || to > held.to) hold(from);
      const rates = clock.begin(learningRate);
      team.train({ first: from - held.from, count: to - from, step: clock.steps, ...rates });
      clock.close(rates);
      counted += to - from;
      if (to === order.length) clock.settleAll();
    },
    async takeLoss() {
      requireAlive();
      const taken = { total: machine.takeLoss(), examples: counted };
      counted = 0;
      return taken;
    },
    async predict(users, movies, when) {
      const asked = { users, movies, when };
      checkIndices(graph, asked);
      return predictAll(
        users.length,
        (column) => columnOf(asked, column),
        (from, size) => {
          for (const [column, to] of pairs) to.set(columnOf(asked, column).subarray(from, from + size));
        },
      );
    },
    async score(users, when) {
      const asked = { users, movies: new Int32Array(), when };
      checkIndices(graph, asked);
      const movies = tableHeight(graph, 'movie');
      const all = Int32Array.from({ length: movies }, (_, movie) => movie);
      return predictAll(
        users.length * movies,
        (column) => (column === 'movie' ? all : columnOf(asked, column)),
        (from, size) => layOutScores(pairs, asked, movies, from, size),
      );
    },
    async readWeights() {
      requireAlive();
      return clock.whileSettled(() => loadWeights(heap, plan.tables));
    },
    writeWeights(weights) {
      requireAlive();
      checkTrainerOptions({ ...options, weights });
      put({ weights, first: {}, second: {} }, 0);
    },
    async readState() {
      requireAlive();
      return clock.whileSettled(() => {
        const weights = loadWeights(heap, plan.tables);
        return { weights, ...loadMoments(heap, plan.tables, keptMoments(options)), steps: clock.steps };
      });
    },
    writeState(state) {
      requireAlive();
      checkState(options, state);
      put(state, state.steps);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      machine.stop();
    },
  };
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
