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
import type { Address } from '../kernels.ts';
import { blockColumns, blockRows, type Matrix, rowBytes, tileMatrix, vectorBytes } from '../memory/matrix.ts';
import type { BagTable, DenseTable, EmbeddingTable } from '../memory/tables.ts';
import { type Forward, type ForwardContext, type ForwardSettings, output, overwrite, read, tableOf } from './forward-context.ts';
import type { Tile } from './tile.ts';
import { wire } from './wiring.ts';

/** Compiles node by node; elementwise nodes work in place where nothing else needs their input. */
export function compileForward(settings: ForwardSettings): Forward {
  const { graph, kept } = settings;
  const context: ForwardContext = {
    ...settings,
    wiring: wire(graph, kept),
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
function gatherBags(node: BagNode, context: ForwardContext): void {
  if (context.wiring.isReadFromTable(node)) return;
  const { name, of, width } = node;
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
      k.pairDots(
        left.address,
        left.stride,
        right.address,
        right.stride,
        left.span,
        tile[lefts],
        tile[rights],
        tile.rows,
        out.base,
      ),
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

/** Embeddings and bags are added straight from where their rows are. */
function add(node: AddNode, context: ForwardContext): void {
  const fromTable = (name: string): boolean => !context.outputs.has(name);
  const [start, ...others] = node.inputs.filter((name) => !fromTable(name));
  const tables = node.inputs.filter(fromTable).map((name) => tableRows(name, context));
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
  if (out.width === 1) addColumns(tables, sum !== null, out, context);
  else addTables(sum === null ? tables : [tileRowsOf(out, context), ...tables], out, context);
}

/** Of width 1. */
function addColumns(tables: readonly Rows[], isBegun: boolean, out: Matrix, { ops }: ForwardContext): void {
  tables.forEach(({ address, stride, index }, at) => {
    if (isBegun || at > 0) ops.push((k, tile) => k.addGathered(address, stride, index(tile), tile.rows, out.base));
    else ops.push((k, tile) => k.gatherRows(address, stride, index(tile), tile.rows, 1, out.base, out.stride));
  });
}

/** Wider ones: an add has two inputs or more. */
function addTables(terms: readonly Rows[], out: Matrix, context: ForwardContext): void {
  let [left, ...others] = terms as [Rows, ...Rows[]];
  for (const right of others) {
    const [x, y, bytes] = [left, right, rowBytes(out.width)];
    context.ops.push((k, tile) =>
      k.addRows(x.address, x.stride, x.index(tile), y.address, y.stride, y.index(tile), tile.rows, bytes, out.base, out.stride),
    );
    left = tileRowsOf(out, context);
  }
}

/** Rows, and which of them a tile's examples read. */
interface Rows {
  readonly address: Address;
  readonly stride: number;
  index(tile: Tile): Address;
}

function tableRows(name: string, context: ForwardContext): Rows {
  const node = context.wiring.node(name);
  const { embeddings, bags } = context.tables;
  const bag = bags.get(name);
  const { of } = node as EmbeddingNode | BagNode;
  const index = (tile: Tile): Address => tile[of];
  if (bag) return { address: bag.sums, stride: bag.table.stride, index };
  const { address, stride } = embeddings.get(name) as EmbeddingTable;
  return { address, stride, index };
}

const tileRowsOf = ({ base, stride }: Matrix, { counting }: ForwardContext): Rows => ({
  address: base,
  stride,
  index: () => counting,
});
