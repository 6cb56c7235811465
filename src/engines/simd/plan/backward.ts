import type { ActivationNode, AddNode, ConcatNode, DotNode, EmbeddingNode, Node, ScaleNode } from '../../../models/graph.ts';
import { widthsOf } from '../../../models/graph.ts';
import { type Matrix, rowBytes, rowsAt, vectorBytes } from '../memory/matrix.ts';
import type { BagTable, EmbeddingTable } from '../memory/tables.ts';
import {
  type BackwardContext,
  type BackwardSettings,
  type BagGradient,
  type Errors,
  elementwise,
  give,
  newErrors,
  pass,
  type Source,
  type TableGradient,
  type Transposed,
} from './backward-context.ts';
import { denseBackward } from './dense-backward.ts';
import type { Op } from './tile.ts';
import { wire } from './wiring.ts';

/** A graph's backward pass over a tile. Gradients of dense layers add up over a share's tiles, in the share's own slice. */
export interface Backward {
  readonly ops: readonly Op[];
  /** Where ∂loss/∂prediction has to stand before. */
  readonly errors: Matrix;
  /** To be followed once the whole batch has gone backward. */
  readonly tableGradients: readonly TableGradient[];
  readonly bagGradients: readonly BagGradient[];
  /** To be refreshed before each step. */
  readonly transposed: readonly Transposed[];
}

export function compileBackward(settings: BackwardSettings): Backward {
  const { graph, arena, tileRows, batchRows } = settings;
  const context: BackwardContext = {
    ...settings,
    wiring: wire(graph),
    widths: widthsOf(graph),
    ops: [],
    all: [],
    byNode: new Map(),
    tableGradients: [],
    bagGradients: [],
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
  const { ops, tableGradients, bagGradients, transposed } = context;
  return { ops, errors, tableGradients, bagGradients, transposed };
}

function compileNode(node: Node, errors: Errors, context: BackwardContext): void {
  switch (node.kind) {
    case 'embedding':
      learn(node, errors, context);
      break;
    case 'bag':
      errors.kept = true;
      context.bagGradients.push({ bag: context.tables.bags.get(node.name) as BagTable, errors });
      break;
    case 'dot':
      dot(node, errors, context);
      break;
    case 'concat':
      concat(node, errors, context);
      break;
    case 'dense':
      denseBackward(node, errors, context);
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

const tableOf = (node: Node, { tables }: BackwardContext): EmbeddingTable => tables.embeddings.get(node.name) as EmbeddingTable;

function learn(node: EmbeddingNode, errors: Errors, context: BackwardContext): void {
  errors.kept = true;
  const source: Source = node.width === 1 ? { kind: 'column', errors } : { kind: 'rows', errors, offset: 0 };
  context.tableGradients.push({ table: tableOf(node, context), source });
}

function activation(node: ActivationNode, errors: Errors, context: BackwardContext): void {
  const output = context.forward.outputs.get(node.name) as Matrix;
  const relu = node.activation === 'relu';
  elementwise(node.input, errors, context, (k, to, from, bytes) =>
    relu ? k.reluSlope(to, from, output.base, bytes) : k.sigmoidSlope(to, from, output.base, bytes),
  );
}

function scale({ input, factor }: ScaleNode, errors: Errors, context: BackwardContext): void {
  if (factor === 1) pass(input, errors, context);
  else elementwise(input, errors, context, (k, to, from, bytes) => k.affine(to, from, bytes, factor, 0));
}

function add(node: AddNode, errors: Errors, context: BackwardContext): void {
  errors.shared = true;
  for (const name of node.inputs) pass(name, errors, context);
}

function dot(node: DotNode, errors: Errors, context: BackwardContext): void {
  const pair = context.wiring.tablePair(node);
  if (pair) {
    errors.kept = true;
    const [left, right] = [tableOf(pair[0], context), tableOf(pair[1], context)];
    context.tableGradients.push({ table: left, source: { kind: 'table', other: right, errors } });
    context.tableGradients.push({ table: right, source: { kind: 'table', other: left, errors } });
    return;
  }
  const [left, right] = node.inputs;
  for (const [name, other] of [[left, right] as const, [right, left] as const]) {
    const y = context.forward.outputs.get(other) as Matrix;
    give(name, context, (to) => (k, { first, rows }) => {
      const e = rowsAt(errors, first);
      // Weighted rows come in whole vectors, which a column of numbers has no room for.
      if (y.width === 1) k.multiply(rowsAt(to, first), e, y.base, vectorBytes(rows, 4));
      else k.scaleRows(rowsAt(to, first), to.stride, y.base, y.stride, e, rows, rowBytes(y.width));
    });
  }
}

function concat(node: ConcatNode, errors: Errors, context: BackwardContext): void {
  let offset = 0;
  for (const name of node.inputs) {
    const from = offset;
    const width = context.widths.get(name) as number;
    const part = context.wiring.node(name);
    if (part.kind === 'embedding' && context.wiring.soleReader(name)) {
      errors.kept = true;
      context.tableGradients.push({ table: tableOf(part, context), source: { kind: 'rows', errors, offset: from } });
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
