import { dropoutKey, fillDropoutMask } from '../../core/dropout.ts';
import type { Lists, RowLists } from '../../core/lists.ts';
import { type Groups, type LossName, lossSlopes } from '../../core/loss.ts';
import { type BagNode, type DropoutNode, type Graph, inputsOf, type Node } from '../../models/graph.ts';
import { columnOf, type Pairs } from '../trainer.ts';
import { add, at, type Matrix, map, multiply, transpose, zeros } from './matrix.ts';

export type Parameters = ReadonlyMap<string, Matrix>;

/** What a forward pass leaves behind for the backward pass. */
export interface Tape {
  readonly outputs: ReadonlyMap<string, Matrix>;
  readonly masks: ReadonlyMap<string, Matrix>;
}

/** What a batch is predicted from. */
export interface Inputs extends Pairs {
  readonly lists?: Lists;
  /** Of a group loss; pairs where absent. */
  readonly groups?: Groups | undefined;
}

/** Seed and step of the dropout masks; none when predicting. */
export interface DropoutDraw {
  readonly seed: number;
  readonly step: number;
  /** Where the inputs stand in their batch; in order from its start where absent. */
  readonly positions?: readonly number[];
}

/** Runs the graph node by node; the last output is the prediction (batch, 1). */
export function forward(graph: Graph, parameters: Parameters, inputs: Inputs, draw: DropoutDraw | null): Tape {
  const outputs = new Map<string, Matrix>();
  const masks = new Map<string, Matrix>();
  const dropouts = graph.nodes.filter((node) => node.kind === 'dropout');
  for (const node of graph.nodes) {
    const read = inputsOf(node).map((name) => outputs.get(name) as Matrix);
    if (node.kind === 'dropout' && draw) {
      masks.set(node.name, drawMask(node, dropouts.indexOf(node), read[0] as Matrix, draw));
    }
    outputs.set(node.name, evaluate(node, read, parameters, inputs, masks.get(node.name)));
  }
  return { outputs, masks };
}

function drawMask(
  { rate }: DropoutNode,
  layer: number,
  { rows, columns }: Matrix,
  { seed, step, positions }: DropoutDraw,
): Matrix {
  const key = dropoutKey(seed, step, layer);
  const mask = zeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    const position = positions?.[row] ?? row;
    mask.values.set(fillDropoutMask(new Float32Array(columns), key + position * columns, rate), row * columns);
  }
  return mask;
}

function evaluate(node: Node, read: readonly Matrix[], parameters: Parameters, inputs: Inputs, mask?: Matrix): Matrix {
  const [x, y] = read as [Matrix, Matrix];
  switch (node.kind) {
    case 'embedding': {
      const table = parameters.get(`${node.name}/embeddings`) as Matrix;
      const rows = columnOf(inputs, node.of);
      return map(zeros(rows.length, node.width), (_, i) => at(table, rows[Math.floor(i / node.width)] as number, i % node.width));
    }
    case 'bag': {
      const table = parameters.get(`${node.name}/embeddings`) as Matrix;
      const out = zeros(inputs.users.length, node.width);
      eachBagRow(node, inputs, (b, row, weight) => {
        for (let d = 0; d < node.width; d++) add(out, b, d, weight * at(table, row, d));
      });
      return out;
    }
    case 'dot':
      return map(zeros(x.rows, 1), (_, row) => dot(x, y, row));
    case 'concat': {
      const out = zeros(
        x.rows,
        read.reduce((sum, { columns }) => sum + columns, 0),
      );
      eachColumn(read, (input, column, target) => {
        for (let row = 0; row < out.rows; row++) add(out, row, target, at(input, row, column));
      });
      return out;
    }
    case 'dense': {
      const product = multiply(x, parameters.get(`${node.name}/kernel`) as Matrix);
      const bias = parameters.get(`${node.name}/bias`);
      return bias ? map(product, (value, i) => value + at(bias, 0, i % node.width)) : product;
    }
    case 'activation':
      return map(x, node.activation === 'relu' ? (value) => Math.max(0, value) : (value) => 1 / (1 + Math.exp(-value)));
    case 'dropout':
      return mask ? map(x, (value, i) => value * (mask.values[i] as number)) : x;
    case 'add':
      return map(x, (_, i) => read.reduce((sum, { values }) => sum + (values[i] as number), 0));
    case 'scale':
      return map(x, (value) => node.factor * value + node.offset);
  }
}

/** The gradient of mean(loss of each prediction) + Σ λ · mean(Σ ‖row‖²) by reverse accumulation: one table per parameter. */
export function backward(
  graph: Graph,
  parameters: Parameters,
  inputs: Inputs,
  targets: Float32Array,
  tape: Tape,
  loss: LossName = 'squared',
): ReadonlyMap<string, Matrix> {
  const gradients = new Map([...parameters].map(([name, { rows, columns }]) => [name, zeros(rows, columns)]));
  const errors = outputErrors(graph, parameters, targets, tape, targets.length, loss, inputs);
  for (const node of graph.nodes) {
    const error = errors.get(node.name);
    if (!error) continue;
    const read = inputsOf(node).map((name) => tape.outputs.get(name) as Matrix);
    accumulateParameters(node, error, read, tape.outputs.get(node.name) as Matrix, parameters, inputs, gradients);
  }
  return gradients;
}

/**
 * ∂loss/∂output of every node that the prediction depends on, by its name, each (examples, width), where the loss is
 * Σ loss of each prediction / `batch`: the mean where `batch` is the number of examples.
 */
export function outputErrors(
  graph: Graph,
  parameters: Parameters,
  targets: Float32Array,
  { outputs, masks }: Tape,
  batch: number,
  loss: LossName = 'squared',
  { groups, movies }: Partial<Inputs> = {},
): ReadonlyMap<string, Matrix> {
  const errors = new Map<string, Matrix>();
  const last = graph.nodes.at(-1) as Node;
  const prediction = outputs.get(last.name) as Matrix;
  const slopes = lossSlopes(loss, prediction.values, targets, groups, movies);
  errors.set(
    last.name,
    map(prediction, (_, i) => (slopes[i] as number) / batch),
  );
  for (const node of graph.nodes.toReversed()) {
    const error = errors.get(node.name);
    if (!error) continue;
    const read = inputsOf(node).map((name) => outputs.get(name) as Matrix);
    const output = outputs.get(node.name) as Matrix;
    inputErrors(node, error, read, output, parameters, masks.get(node.name)).forEach((inputError, i) => {
      const name = inputsOf(node)[i] as string;
      const known = errors.get(name);
      errors.set(name, known ? map(known, (value, j) => value + (inputError.values[j] as number)) : inputError);
    });
  }
  return errors;
}

function accumulateParameters(
  node: Node,
  error: Matrix,
  read: readonly Matrix[],
  output: Matrix,
  parameters: Parameters,
  inputs: Inputs,
  gradients: ReadonlyMap<string, Matrix>,
): void {
  if (node.kind === 'embedding') {
    const table = gradients.get(`${node.name}/embeddings`) as Matrix;
    const rows = columnOf(inputs, node.of);
    const decay = (2 * node.l2) / rows.length;
    rows.forEach((row, b) => {
      for (let d = 0; d < node.width; d++) add(table, row, d, at(error, b, d) + decay * at(output, b, d));
    });
  }
  if (node.kind === 'bag') {
    const table = parameters.get(`${node.name}/embeddings`) as Matrix;
    const gradient = gradients.get(`${node.name}/embeddings`) as Matrix;
    const decay = (2 * node.l2) / error.rows;
    eachBagRow(node, inputs, (b, row, weight) => {
      for (let d = 0; d < node.width; d++) add(gradient, row, d, weight * at(error, b, d) + decay * at(table, row, d));
    });
  }
  if (node.kind === 'dense') {
    const kernel = gradients.get(`${node.name}/kernel`) as Matrix;
    kernel.values.set(multiply(transpose(read[0] as Matrix), error).values);
    const bias = gradients.get(`${node.name}/bias`);
    if (bias) for (const [i, value] of error.values.entries()) add(bias, 0, i % node.width, value);
  }
}

function inputErrors(
  node: Node,
  error: Matrix,
  read: readonly Matrix[],
  output: Matrix,
  parameters: Parameters,
  mask?: Matrix,
): readonly Matrix[] {
  const [x, y] = read as [Matrix, Matrix];
  switch (node.kind) {
    case 'embedding':
    case 'bag':
      return [];
    case 'dot':
      return [y, x].map((other) => map(other, (value, i) => value * at(error, Math.floor(i / other.columns), 0)));
    case 'concat': {
      const parts = read.map(({ rows, columns }) => zeros(rows, columns));
      eachColumn(parts, (part, column, source) => {
        for (let row = 0; row < part.rows; row++) add(part, row, column, at(error, row, source));
      });
      return parts;
    }
    case 'dense':
      return [multiply(error, transpose(parameters.get(`${node.name}/kernel`) as Matrix))];
    case 'activation':
      return [map(error, (value, i) => value * slope(node.activation, output.values[i] as number))];
    case 'dropout':
      return [mask ? map(error, (value, i) => value * (mask.values[i] as number)) : error];
    case 'add':
      return read.map(() => error);
    case 'scale':
      return [map(error, (value) => value * node.factor)];
  }
}

/** Visits every row of every bag of the batch: (position in the batch, row, weight). */
function eachBagRow({ of, list }: BagNode, inputs: Inputs, visit: (b: number, row: number, weight: number) => void): void {
  const { offsets, rows } = (inputs.lists as Lists)[list] as RowLists;
  columnOf(inputs, of).forEach((entry, b) => {
    const [start, end] = offsets.subarray(entry, entry + 2) as unknown as [number, number];
    for (let i = start; i < end; i++) visit(b, rows[i] as number, 1 / Math.sqrt(end - start));
  });
}

/** The derivative of an activation, from its output. */
function slope(activation: 'relu' | 'sigmoid', output: number): number {
  if (activation === 'relu') return output > 0 ? 1 : 0;
  return output * (1 - output);
}

function dot(x: Matrix, y: Matrix, row: number): number {
  let sum = 0;
  for (let d = 0; d < x.columns; d++) sum += at(x, row, d) * at(y, row, d);
  return sum;
}

/** Visits the columns of matrices that stand side by side: (matrix, its column, the column of the whole). */
function eachColumn(parts: readonly Matrix[], visit: (part: Matrix, column: number, overall: number) => void): void {
  let overall = 0;
  for (const part of parts) for (let column = 0; column < part.columns; column++) visit(part, column, overall++);
}
