import type { ListBatch, ListTask } from '../core/list-task.ts';
import type { Lists } from '../core/lists.ts';
import type { Groups, LossName } from '../core/loss.ts';
import { type Graph, parametersOf, type Weights } from '../models/graph.ts';
import type { Distribution, TableStatistics } from '../models/inspection.ts';
import { backward, forward, type Inputs } from './reference/differentiate.ts';
import { joinListGradients } from './reference/list-loss.ts';
import type { Matrix } from './reference/matrix.ts';
import { toParameters } from './reference/trainer.ts';
import type { Examples } from './trainer.ts';

const BINS = 40;
/** Multiplications of one forward pass, about a second of plain JavaScript with the backward pass. */
const MULTIPLICATIONS = 2e7;
const EXAMPLES = 1024;

/** How many examples the gradients of a graph are measured on: fewer where its layers are wide. */
export function sampleSize(graph: Graph): number {
  const kernels = parametersOf(graph).filter(({ name }) => name.endsWith('/kernel'));
  const each = kernels.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return Math.max(16, Math.min(EXAMPLES, Math.floor(MULTIPLICATIONS / Math.max(1, each))));
}

/**
 * Weights of every table, and their gradients of the mean loss over the examples given, without dropout, in double precision. Where a list is
 * learned, that of some users counts beside them as in a step. A table's gradient counts the rows that these read; the others have none.
 */
export function tableStatistics(
  graph: Graph,
  weights: Weights,
  examples: Examples,
  lists: Lists = {},
  loss: LossName = 'squared',
  groups?: Groups,
  list?: { readonly task: ListTask; readonly batch: ListBatch },
): readonly TableStatistics[] {
  const parameters = toParameters(graph, weights);
  const inputs: Inputs = { ...examples, lists, groups };
  const gradients = backward(graph, parameters, inputs, examples.targets, forward(graph, parameters, inputs, null), loss);
  if (list) joinListGradients(parameters, list.task, list.batch, gradients);
  return parametersOf(graph).map(({ name, rows, columns }) => {
    const gradient = gradients.get(name) as Matrix;
    const touched = touchedValues(gradient);
    return {
      name,
      rows,
      columns,
      weights: distributionOf((parameters.get(name) as Matrix).values),
      gradient: distributionOf(touched),
      rowsRead: touched.length / columns,
    };
  });
}

/** The rows that are not all zero. */
function touchedValues({ rows, columns, values }: Matrix): Float64Array {
  const touched = Array.from({ length: rows }, (_, row) => values.subarray(row * columns, (row + 1) * columns)).filter((row) =>
    row.some((value) => value !== 0),
  );
  const out = new Float64Array(touched.length * columns);
  for (const [at, row] of touched.entries()) out.set(row, at * columns);
  return out;
}

/** Norm, range and histogram in equal bins from the least to the most; one bin where all are equal. */
export function distributionOf(values: Float64Array): Distribution {
  let [least, most, sum, squares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    sum += value;
    squares += value * value;
  }
  if (values.length === 0) return { count: 0, least: 0, most: 0, mean: 0, deviation: 0, norm: 0, bins: [] };
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  const bins = new Array<number>(most > least ? BINS : 1).fill(0);
  for (const value of values) {
    const bin = most > least ? Math.min(BINS - 1, Math.floor(((value - least) / (most - least)) * BINS)) : 0;
    bins[bin] = (bins[bin] as number) + 1;
  }
  return { count: values.length, least, most, mean, deviation, norm: Math.sqrt(squares), bins };
}
