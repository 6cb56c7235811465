import type { EmbeddingNode, Graph, Weights } from '../models/graph.ts';
import type { MomentStep, PairView, RowStep, StepView } from '../models/inspection.ts';
import type { StepRecord } from './observe.ts';
import { forward, type Inputs, outputErrors } from './reference/differentiate.ts';
import { at, type Matrix } from './reference/matrix.ts';
import { toParameters } from './reference/trainer.ts';
import type { TrainerOptions, TrainerState } from './trainer.ts';

/** Rows of the tables, not raw ids. */
export interface IndexPair {
  readonly user: number;
  readonly movie: number;
}

/** Takes one pair through the model in double precision. `target` is in target units. */
export function inspectPair(graph: Graph, weights: Weights, { user, movie }: IndexPair, target: number): PairView {
  const parameters = toParameters(graph, weights);
  const tape = forward(graph, parameters, { users: Int32Array.of(user), movies: Int32Array.of(movie) }, null);
  const errors = outputErrors(graph, parameters, Float32Array.of(target), tape, 1);
  const layers = graph.nodes.map((node) => {
    const { values } = tape.outputs.get(node.name) as Matrix;
    return { node, values, errors: errors.get(node.name)?.values ?? new Float64Array(values.length) };
  });
  return { layers, prediction: layers.at(-1)?.values[0] as number, target };
}

/** What is known of a run's last step. */
export interface TakenStep {
  readonly options: Omit<TrainerOptions, 'weights'>;
  readonly record: StepRecord;
  /** The trainer's states around the step. */
  readonly before: TrainerState;
  readonly after: TrainerState;
}

/**
 * The last step of a run as one pair saw it: the examples of the batch that share its user or movie, and what became of its rows.
 * The gradient is computed anew from the state before; everything else is read from the engine.
 */
export function inspectStep({ options, record, before, after }: TakenStep, pair: IndexPair): StepView {
  const { graph, examples, batchSize, seed, optimizer } = options;
  const batch = record.order.subarray(record.index * batchSize, (record.index + 1) * batchSize);
  const shares = (example: number): boolean => examples.users[example] === pair.user || examples.movies[example] === pair.movie;
  const places = [...batch.keys()].filter((place) => shares(batch[place] as number));
  const positions = places.map((place) => batch[place] as number);
  const inputs: Inputs = {
    users: Int32Array.from(positions, (position) => examples.users[position] as number),
    movies: Int32Array.from(positions, (position) => examples.movies[position] as number),
  };
  const targets = Float32Array.from(positions, (position) => examples.targets[position] as number);
  const parameters = toParameters(graph, before.weights);
  const tape = forward(graph, parameters, inputs, { seed, step: before.steps, positions: places });
  const errors = outputErrors(graph, parameters, targets, tape, batch.length);
  const predictions = tape.outputs.get(graph.nodes.at(-1)?.name as string) as Matrix;
  return {
    optimizer,
    learningRate: record.learningRate,
    steps: after.steps,
    batch: batch.length,
    examples: positions.map((position, b) => {
      return { position, prediction: at(predictions, b, 0), target: targets[b] as number };
    }),
    rows: graph.nodes.flatMap((node) => {
      const error = errors.get(node.name);
      if (node.kind !== 'embedding' || !error) return [];
      const indices = node.of === 'user' ? inputs.users : inputs.movies;
      const readers = positions
        .map((position, b) => ({ position, index: indices[b], part: error.values.slice(b * node.width, (b + 1) * node.width) }))
        .filter(({ index }) => index === pair[node.of])
        .map(({ position, part }) => ({ position, part }));
      return [rowStep(node, pair[node.of], readers, batch.length, before, after)];
    }),
  };
}

function rowStep(
  { name, width, of, l2 }: EmbeddingNode,
  row: number,
  readers: RowStep['readers'],
  batch: number,
  before: TrainerState,
  after: TrainerState,
): RowStep {
  const table = `${name}/embeddings`;
  const slice = (weights: Weights): Float32Array => (weights[table] as Float32Array).slice(row * width, (row + 1) * width);
  const moment = (kind: 'first' | 'second'): MomentStep | null =>
    after[kind][table]?.length ? { before: slice(before[kind]), after: slice(after[kind]) } : null;
  const weights = slice(before.weights);
  const decay = (2 * l2 * readers.length) / batch;
  const gradient = Float64Array.from(weights, (weight, d) =>
    readers.reduce((sum, { part }) => sum + (part[d] as number), decay * weight),
  );
  const moments = { first: moment('first'), second: moment('second') };
  return { table: name, of, l2, readers, before: weights, after: slice(after.weights), gradient, ...moments };
}
