import type { Lists } from '../core/lists.ts';
import type { Periods } from '../core/periods.ts';
import type { Column, EmbeddingNode, Entity, Graph, Weights } from '../models/graph.ts';
import type { MomentStep, PairView, RowStep, StepView } from '../models/inspection.ts';
import { type InspectedList, inspectList, NO_LIST } from './inspect-list.ts';
import type { StepRecord } from './observe.ts';
import { pairsAt } from './pairs.ts';
import { forward, type Inputs, outputErrors } from './reference/differentiate.ts';
import { at, type Matrix } from './reference/matrix.ts';
import { toParameters } from './reference/trainer.ts';
import { columnOf, type TrainerOptions, type TrainerState } from './trainer.ts';

/** Rows of the tables, not raw ids. */
export interface IndexPair {
  readonly user: number;
  readonly movie: number;
  /** When it was given, where the model looks at that. */
  readonly when?: Periods | undefined;
}

/** Takes one pair through the model in double precision. `target` is in target units. */
export function inspectPair(
  graph: Graph,
  weights: Weights,
  { user, movie, when }: IndexPair,
  target: number,
  lists: Lists = {},
): PairView {
  const parameters = toParameters(graph, weights);
  const tape = forward(graph, parameters, { users: Int32Array.of(user), movies: Int32Array.of(movie), when, lists }, null);
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
  const { graph, examples, lists = {}, batchSize, seed, optimizer } = options;
  const batch = record.order.subarray(record.index * batchSize, (record.index + 1) * batchSize);
  const shares = (example: number): boolean => examples.users[example] === pair.user || examples.movies[example] === pair.movie;
  const places = [...batch.keys()].filter((place) => shares(batch[place] as number));
  const positions = places.map((place) => batch[place] as number);
  const inputs: Inputs = { ...pairsAt(examples, Int32Array.from(positions)), lists };
  const targets = Float32Array.from(positions, (position) => examples.targets[position] as number);
  const parameters = toParameters(graph, before.weights);
  const tape = forward(graph, parameters, inputs, { seed, step: before.steps, positions: places });
  const errors = outputErrors(graph, parameters, targets, tape, batch.length, options.loss);
  const predictions = tape.outputs.get(graph.nodes.at(-1)?.name as string) as Matrix;
  const list = options.listTask ? inspectList(options, record, parameters, before.steps, pair) : NO_LIST;
  return {
    optimizer,
    learningRate: record.learningRate,
    steps: after.steps,
    batch: batch.length,
    examples: positions.map((position, b) => {
      return { position, prediction: at(predictions, b, 0), target: targets[b] as number };
    }),
    list: list.view,
    rows: graph.nodes.flatMap((node) => {
      const error = errors.get(node.name);
      if (node.kind !== 'embedding' || !error || !isEntity(node.of)) return [];
      const of = node.of;
      const indices = columnOf(inputs, of);
      const readers = positions
        .map((position, b) => ({ position, index: indices[b], part: error.values.slice(b * node.width, (b + 1) * node.width) }))
        .filter(({ index }) => index === pair[of])
        .map(({ position, part }) => ({ position, part: part.map((value) => list.starsShare * value) }));
      return [rowStep({ ...node, of }, pair[of], readers, batch.length, list, before, after)];
    }),
  };
}

const isEntity = (column: Column): column is Entity => column === 'user' || column === 'movie';

function rowStep(
  { name, width, of, l2 }: EmbeddingNode & { readonly of: Entity },
  row: number,
  readers: RowStep['readers'],
  batch: number,
  list: InspectedList,
  before: TrainerState,
  after: TrainerState,
): RowStep {
  const table = `${name}/embeddings`;
  const slice = (weights: Weights): Float32Array => (weights[table] as Float32Array).slice(row * width, (row + 1) * width);
  const moment = (kind: 'first' | 'second'): MomentStep | null =>
    after[kind][table]?.length ? { before: slice(before[kind]), after: slice(after[kind]) } : null;
  const weights = slice(before.weights);
  const decay = (list.starsShare * 2 * l2 * readers.length) / batch;
  const ofList = list.partOf(table);
  const gradient = Float64Array.from(weights, (weight, d) =>
    readers.reduce((sum, { part }) => sum + (part[d] as number), decay * weight + (ofList?.[d] ?? 0)),
  );
  const moments = { first: moment('first'), second: moment('second') };
  return { table: name, of, l2, readers, list: ofList, before: weights, after: slice(after.weights), gradient, ...moments };
}
