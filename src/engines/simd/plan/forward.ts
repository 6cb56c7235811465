import { dropoutKey, dropoutThreshold } from '../../../core/dropout.ts';
import type {
  ActivationNode,
  AddNode,
  BagNode,
  ConcatNode,
  DenseNode,
  DotNode,
  DropoutNode,
  EmbeddingNode,
  Node,
} from '../../../models/graph.ts';
import { widthsOf } from '../../../models/graph.ts';
import { blockColumns, blockRows, type Matrix, tileMatrix, vectorBytes } from '../memory/matrix.ts';
import type { BagTable, DenseTable } from '../memory/tables.ts';
import { type Forward, type ForwardContext, type ForwardSettings, output, overwrite, read, tableOf } from './forward-context.ts';
import { wire } from './wiring.ts';

/** Compiles node by node; elementwise nodes work in place where nothing else needs their input. */
export function compileForward(settings: ForwardSettings): Forward {
  const { graph } = settings;
  const context: ForwardContext = {
    ...settings,
    wiring: wire(graph),
    widths: widthsOf(graph),
    dropouts: graph.nodes.filter(({ kind }) => kind === 'dropout').map(({ name }) => name),
    ops: [],
    outputs: new Map(),
    masks: new Map(),
  };
  for (const node of graph.nodes) compileNode(node, context);
  return context;
}

function compileNode(node: Node, context: ForwardContext): void {
  switch (node.kind) {
    case 'embedding':
      gather(node, context);
      break;
    case 'bag':
      gatherBags(node, context);
      break;
    case 'dot':
      dot(node, context);
      break;
    case 'concat':
      concat(node, context);
      break;
    case 'dense':
      dense(node, context);
      break;
    case 'activation':
      activate(node, context);
      break;
    case 'dropout':
      drop(node, context);
      break;
    case 'add':
      add(node, context);
      break;
    case 'scale': {
      const { factor, offset } = node;
      const x = read(node.input, context);
      const out = overwrite(node.name, node.input, context);
      context.ops.push((k, { rows }) => k.affine(out.base, x.base, vectorBytes(rows, x.stride), factor, offset));
    }
  }
}

function gather(node: EmbeddingNode, context: ForwardContext): void {
  if (context.wiring.isReadFromTable(node)) return;
  const reader = context.wiring.soleReader(node.name);
  const out = reader?.kind === 'concat' ? column(reader, node.name, context) : output(node.name, context);
  context.outputs.set(node.name, out);
  const table = tableOf(node, context);
  const { of, width } = node;
  context.ops.push((k, tile) => k.gatherRows(table.address, table.stride, tile[of], tile.rows, width, out.base, out.stride));
}

/** From where the batch's bags were put before. */
function gatherBags({ name, of, width }: BagNode, context: ForwardContext): void {
  const out = output(name, context);
  const { sums, table } = context.tables.bags.get(name) as BagTable;
  context.ops.push((k, tile) => k.gatherRows(sums, table.stride, tile[of], tile.rows, width, out.base, out.stride));
}

/** The columns of a concat's output that are this input's. */
function column(node: ConcatNode, input: string, context: ForwardContext): Matrix {
  const whole = output(node.name, context);
  const before = node.inputs.slice(0, node.inputs.indexOf(input));
  const offset = before.reduce((sum, name) => sum + (context.widths.get(name) as number), 0);
  return { ...whole, width: context.widths.get(input) as number, base: whole.base + 4 * offset };
}

function concat(node: ConcatNode, context: ForwardContext): void {
  const whole = output(node.name, context);
  let to = whole.base;
  for (const name of node.inputs) {
    const part = read(name, context);
    const target = to;
    if (part.base !== target) {
      context.ops.push((k, { rows }) => k.copyColumns(target, whole.stride, part.base, part.stride, rows, part.width));
    }
    to += 4 * part.width;
  }
}

function dot(node: DotNode, context: ForwardContext): void {
  const out = output(node.name, context);
  const pair = context.wiring.tablePair(node);
  if (pair) {
    const [left, right] = [tableOf(pair[0], context), tableOf(pair[1], context)];
    const [lefts, rights] = [pair[0].of, pair[1].of];
    context.ops.push((k, tile) =>
      k.pairDots(left.address, right.address, left.stride, left.span, tile[lefts], tile[rights], tile.rows, out.base),
    );
    return;
  }
  const [x, y] = [read(node.inputs[0], context), read(node.inputs[1], context)];
  context.ops.push((k, { rows }) => k.dotRows(x.base, x.stride, y.base, y.stride, rows, x.width, out.base));
}

function dense(node: DenseNode, context: ForwardContext): void {
  const x = read(node.input, context);
  const out = output(node.name, context);
  const kernel = context.tables.dense.get(`${node.name}/kernel`) as DenseTable;
  const bias = context.tables.dense.get(`${node.name}/bias`)?.weights ?? context.zeros;
  if (node.width > 1) {
    const columns = blockColumns(node.width);
    context.ops.push((k, { rows }) =>
      k.gemm(
        x.base,
        x.stride,
        4,
        kernel.weights,
        kernel.stride,
        bias,
        0,
        out.base,
        out.stride,
        blockRows(rows),
        columns,
        x.width,
      ),
    );
    return;
  }
  context.ops.push((k, { rows, user }) => {
    k.dotRows(x.base, x.stride, kernel.weights, 0, rows, x.width, out.base);
    k.addGathered(bias, 0, user, rows, out.base);
  });
}

function activate(node: ActivationNode, context: ForwardContext): void {
  const x = read(node.input, context);
  const out = overwrite(node.name, node.input, context);
  const relu = node.activation === 'relu';
  context.ops.push((k, { rows }) => {
    const bytes = vectorBytes(rows, x.stride);
    if (relu) k.relu(out.base, x.base, bytes);
    else k.sigmoid(out.base, x.base, bytes);
  });
}

function drop(node: DropoutNode, context: ForwardContext): void {
  const { seed, arena, tileRows } = context;
  const x = read(node.input, context);
  if (seed === null) {
    context.outputs.set(node.name, x);
    return;
  }
  const out = overwrite(node.name, node.input, context);
  const mask = tileMatrix(arena, x.width, tileRows);
  context.masks.set(node.name, mask);
  const layer = context.dropouts.indexOf(node.name);
  const threshold = dropoutThreshold(node.rate);
  const kept = 1 / (1 - node.rate);
  context.ops.push((k, { first, rows, step }) => {
    k.drawMask(mask.base, mask.stride, rows, mask.width, first, dropoutKey(seed, step, layer), threshold, kept);
    k.multiply(out.base, x.base, mask.base, vectorBytes(rows, x.stride));
  });
}

/** Embeddings of one column are added straight from their tables. */
function add(node: AddNode, context: ForwardContext): void {
  const fromTable = (name: string): boolean => !context.outputs.has(name);
  const [start, ...others] = node.inputs.filter((name) => !fromTable(name));
  const gathered = node.inputs.filter(fromTable);
  const out = start === undefined ? output(node.name, context) : overwrite(node.name, start, context);
  if (start !== undefined && others.length === 0 && read(start, context) !== out) {
    const x = read(start, context);
    context.ops.push((k, { rows }) => k.affine(out.base, x.base, vectorBytes(rows, x.stride), 1, 0));
  }
  let sum = start === undefined ? null : read(start, context);
  for (const name of others) {
    const [x, y] = [sum as Matrix, read(name, context)];
    context.ops.push((k, { rows }) => k.add(out.base, x.base, y.base, vectorBytes(rows, x.stride)));
    sum = out;
  }
  for (const name of gathered) {
    const table = tableOf(context.wiring.node(name), context);
    const { of } = table.node;
    if (sum === null) {
      context.ops.push((k, t) => k.gatherRows(table.address, table.stride, t[of], t.rows, 1, out.base, out.stride));
    } else context.ops.push((k, t) => k.addGathered(table.address, table.stride, t[of], t.rows, out.base));
    sum = out;
  }
}
