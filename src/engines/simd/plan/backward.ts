import type {
  ActivationNode,
  AddNode,
  ConcatNode,
  DenseNode,
  DotNode,
  EmbeddingNode,
  Graph,
  Node,
  ScaleNode,
} from '../../../models/graph.ts';
import { widthsOf } from '../../../models/graph.ts';
import type { Address, Kernels } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import { blockColumns, blockRows, type Matrix, rowsAt, strideOf, vectorBytes } from '../memory/matrix.ts';
import type { DenseTable, EmbeddingTable, Tables } from '../memory/tables.ts';
import type { Forward } from './forward.ts';
import type { Op } from './tile.ts';
import { type Wiring, wire } from './wiring.ts';

/** Where an embedding's gradient comes from: of example k, weights[k] · source[rows[k]]. */
export interface Lesson {
  readonly table: EmbeddingTable;
  readonly source: Source;
}

export type Source =
  /** The rows of another table, weighted by the errors of the batch. */
  | { readonly kind: 'table'; readonly other: EmbeddingTable; readonly errors: Matrix }
  /** A column of errors of the batch. */
  | { readonly kind: 'column'; readonly errors: Matrix }
  /** Errors of the batch, from this many bytes into each row. */
  | { readonly kind: 'rows'; readonly errors: Matrix; readonly offset: number };

/** A kernel and its transpose, which the errors of its inputs are taken with. */
export interface Transposed {
  readonly kernel: DenseTable;
  readonly address: Address;
  readonly stride: number;
}

/** A graph's backward pass over a tile. Gradients of dense layers add up over a thread's tiles, in the thread's own slice. */
export interface Backward {
  readonly ops: readonly Op[];
  /** Where ∂loss/∂prediction has to stand before. */
  readonly errors: Matrix;
  /** To be followed once the whole batch has gone backward. */
  readonly lessons: readonly Lesson[];
  /** To be refreshed before each step. */
  readonly transposed: readonly Transposed[];
}

export interface BackwardSettings {
  readonly graph: Graph;
  readonly tables: Tables;
  readonly arena: Arena;
  readonly forward: Forward;
  readonly tileRows: number;
  /** Rows that a matrix for the whole batch needs. */
  readonly batchRows: number;
  readonly zeros: Address;
  /** Ones, as many as a tile has rows. */
  readonly ones: Address;
}

/** ∂loss/∂output of one node; where it is kept is settled once it is known who reads it when. */
interface Errors extends Matrix {
  base: Address;
  advance: number;
  /** Whether several nodes have these same errors, so that none may work in place. */
  shared: boolean;
  /** Whether an embedding reads them after the last tile. */
  kept: boolean;
}

interface Context extends BackwardSettings {
  readonly wiring: Wiring;
  readonly widths: ReadonlyMap<string, number>;
  readonly ops: Op[];
  readonly all: Errors[];
  readonly byNode: Map<string, Errors>;
  readonly lessons: Lesson[];
  readonly transposed: Transposed[];
}

export function compileBackward(settings: BackwardSettings): Backward {
  const { graph, arena, tileRows, batchRows } = settings;
  const context: Context = {
    ...settings,
    wiring: wire(graph),
    widths: widthsOf(graph),
    ops: [],
    all: [],
    byNode: new Map(),
    lessons: [],
    transposed: [],
  };
  const last = (graph.nodes.at(-1) as Node).name;
  const errors = newErrors(1, context);
  context.byNode.set(last, errors);
  for (const node of graph.nodes.toReversed()) {
    const known = context.byNode.get(node.name);
    if (known) compileNode(node, known, context);
  }
  for (const each of context.all) {
    each.advance = each.kept ? each.stride : 0;
    each.base = each.kept ? arena.shared(batchRows * each.stride) : arena.own(tileRows * each.stride);
  }
  return { ops: context.ops, errors, lessons: context.lessons, transposed: context.transposed };
}

function compileNode(node: Node, errors: Errors, context: Context): void {
  switch (node.kind) {
    case 'embedding':
      learn(node, errors, context);
      break;
    case 'dot':
      dot(node, errors, context);
      break;
    case 'concat':
      concat(node, errors, context);
      break;
    case 'dense':
      dense(node, errors, context);
      break;
    case 'add':
      add(node, errors, context);
      break;
    case 'activation':
      activation(node, errors, context);
      break;
    case 'dropout': {
      const mask = context.forward.masks.get(node.name) as Matrix;
      elementwise(node.input, errors, context, (k, to, from, bytes) => k.multiply(to, from, mask.base, bytes));
      break;
    }
    case 'scale':
      scale(node, errors, context);
  }
}

function newErrors(width: number, context: Context): Errors {
  const errors = { width, stride: strideOf(width), base: 0, advance: 0, shared: false, kept: false };
  context.all.push(errors);
  return errors;
}

/** Adds errors of this node's own, which `compute` fills. */
function give(name: string, context: Context, compute: (errors: Errors) => Op): void {
  const errors = newErrors(context.widths.get(name) as number, context);
  context.ops.push(compute(errors));
  pass(name, errors, context);
}

/** Adds errors that other nodes may have as well. */
function pass(name: string, errors: Errors, context: Context): void {
  const known = context.byNode.get(name);
  if (!known) {
    context.byNode.set(name, errors);
    return;
  }
  const sum = newErrors(errors.width, context);
  context.byNode.set(name, sum);
  context.ops.push((k, { first, rows }) =>
    k.add(rowsAt(sum, first), rowsAt(known, first), rowsAt(errors, first), vectorBytes(rows, sum.stride)),
  );
}

type Elementwise = (kernels: Kernels, to: Address, from: Address, bytes: number) => void;

/** In place where no other node has the same errors. */
function elementwise(input: string, errors: Errors, context: Context, compute: Elementwise): void {
  const op =
    (to: Errors): Op =>
    (k, { first, rows }) =>
      compute(k, rowsAt(to, first), rowsAt(errors, first), vectorBytes(rows, errors.stride));
  if (errors.shared) {
    give(input, context, op);
    return;
  }
  context.ops.push(op(errors));
  pass(input, errors, context);
}

const tableOf = (node: Node, { tables }: Context): EmbeddingTable => tables.embeddings.get(node.name) as EmbeddingTable;

function learn(node: EmbeddingNode, errors: Errors, context: Context): void {
  errors.kept = true;
  const source: Source = node.width === 1 ? { kind: 'column', errors } : { kind: 'rows', errors, offset: 0 };
  context.lessons.push({ table: tableOf(node, context), source });
}

function activation(node: ActivationNode, errors: Errors, context: Context): void {
  const output = context.forward.outputs.get(node.name) as Matrix;
  const relu = node.activation === 'relu';
  elementwise(node.input, errors, context, (k, to, from, bytes) =>
    relu ? k.reluSlope(to, from, output.base, bytes) : k.sigmoidSlope(to, from, output.base, bytes),
  );
}

function scale({ input, factor }: ScaleNode, errors: Errors, context: Context): void {
  if (factor === 1) pass(input, errors, context);
  else elementwise(input, errors, context, (k, to, from, bytes) => k.affine(to, from, bytes, factor, 0));
}

function add(node: AddNode, errors: Errors, context: Context): void {
  errors.shared = true;
  for (const name of node.inputs) pass(name, errors, context);
}

function dot(node: DotNode, errors: Errors, context: Context): void {
  const pair = context.wiring.tablePair(node);
  if (pair) {
    errors.kept = true;
    const [left, right] = [tableOf(pair[0], context), tableOf(pair[1], context)];
    context.lessons.push({ table: left, source: { kind: 'table', other: right, errors } });
    context.lessons.push({ table: right, source: { kind: 'table', other: left, errors } });
    return;
  }
  const [left, right] = node.inputs;
  for (const [name, other] of [[left, right] as const, [right, left] as const]) {
    const y = context.forward.outputs.get(other) as Matrix;
    give(name, context, (to) => (k, { first, rows }) => {
      const e = rowsAt(errors, first);
      // Weighted rows come in whole vectors, which a column of numbers has no room for.
      if (y.width === 1) k.multiply(rowsAt(to, first), e, y.base, vectorBytes(rows, 4));
      else k.scaleRows(rowsAt(to, first), to.stride, y.base, y.stride, e, rows, spanOf(y.width));
    });
  }
}

const spanOf = (width: number): number => vectorBytes(1, 4 * width);

function concat(node: ConcatNode, errors: Errors, context: Context): void {
  let offset = 0;
  for (const name of node.inputs) {
    const from = offset;
    const width = context.widths.get(name) as number;
    const part = context.wiring.node(name);
    if (part.kind === 'embedding' && context.wiring.soleReader(name)) {
      errors.kept = true;
      context.lessons.push({ table: tableOf(part, context), source: { kind: 'rows', errors, offset: from } });
    } else {
      give(
        name,
        context,
        (to) =>
          (k, { first, rows }) =>
            k.copyColumns(rowsAt(to, first), to.stride, rowsAt(errors, first) + from, errors.stride, rows, width),
      );
    }
    offset += 4 * width;
  }
}

function dense(node: DenseNode, errors: Errors, context: Context): void {
  const x = context.forward.outputs.get(node.input) as Matrix;
  const kernel = context.tables.dense.get(`${node.name}/kernel`) as DenseTable;
  const bias = context.tables.dense.get(`${node.name}/bias`);
  context.ops.push(node.width === 1 ? rowGradient(x, errors, kernel, context) : kernelGradient(x, errors, kernel, context));
  if (bias) context.ops.push(biasGradient(errors, bias, context));
  give(node.input, context, (to) => inputErrors(to, errors, kernel, node.width, context));
}

/** Xᵀ E. */
function kernelGradient(x: Matrix, errors: Errors, { gradients, stride }: DenseTable, { zeros }: Context): Op {
  const g = gradients.own;
  const [m, n] = [blockRows(x.width), blockColumns(errors.width)];
  return (k, { first, rows, fresh }) => {
    const e = rowsAt(errors, first);
    k.gemm(x.base, 4, x.stride, e, errors.stride, fresh ? zeros : g, fresh ? 0 : stride, g, stride, m, n, rows);
  };
}

/** The same where there is one column of errors: the gradient is kept as a row. */
function rowGradient(x: Matrix, errors: Errors, { gradients }: DenseTable, { zeros }: Context): Op {
  const g = gradients.own;
  return (k, { first, rows, fresh }) =>
    k.weightedSum(g, fresh ? zeros : g, x.base, x.stride, rowsAt(errors, first), rows, spanOf(x.width));
}

/** The sum of the rows of E. */
function biasGradient(errors: Errors, { gradients }: DenseTable, { zeros, ones }: Context): Op {
  const g = gradients.own;
  return (k, { first, rows, fresh }) => {
    const e = rowsAt(errors, first);
    const start = fresh ? zeros : g;
    if (errors.width === 1) k.weightedSum(g, start, ones, 0, e, rows, 16);
    else k.weightedSum(g, start, e, errors.stride, ones, rows, spanOf(errors.width));
  };
}

/** E Wᵀ. */
function inputErrors(to: Errors, errors: Errors, kernel: DenseTable, width: number, context: Context): Op {
  const { arena, zeros, transposed } = context;
  if (to.width === 1) {
    return (k, { first, rows }) =>
      k.dotRows(rowsAt(errors, first), errors.stride, kernel.weights, 0, rows, width, rowsAt(to, first));
  }
  if (width === 1) {
    return (k, { first, rows }) =>
      k.scaleRows(rowsAt(to, first), to.stride, kernel.weights, 0, rowsAt(errors, first), rows, spanOf(to.width));
  }
  const flipped = { kernel, address: arena.shared(width * to.stride), stride: to.stride };
  transposed.push(flipped);
  return (k, { first, rows }) =>
    k.gemm(
      rowsAt(errors, first),
      errors.stride,
      4,
      flipped.address,
      flipped.stride,
      zeros,
      0,
      rowsAt(to, first),
      to.stride,
      blockRows(rows),
      blockColumns(to.width),
      width,
    );
}
