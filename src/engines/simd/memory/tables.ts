import type { ListName } from '../../../core/lists.ts';
import type { BagNode, Column, EmbeddingNode, Graph } from '../../../models/graph.ts';
import { allNodes, parametersOf, tableHeight } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import { type Arena, type Blocks, CACHE_LINE } from './arena.ts';
import { blockRows, rowBytes, strideOf } from './matrix.ts';

/**
 * An embedding: row i has its weights at `address` + i · `stride` and its two moments, if any, `offset` and `offset` + `between`
 * further on, each `span` bytes.
 */
export interface EmbeddingTable {
  readonly node: EmbeddingNode;
  readonly parameter: string;
  readonly address: Address;
  readonly stride: number;
  readonly offset: number;
  readonly between: number;
  readonly span: number;
  readonly hasMoments: boolean;
}

/**
 * Embeddings that lie together: each row of one is followed by those of the others, then come all their first moments and then
 * all their second ones, so that the whole is laid out like one embedding, of `span` bytes.
 */
export interface EmbeddingBlock extends Omit<EmbeddingTable, 'node' | 'parameter'> {
  readonly of: Column;
  readonly rows: number;
  readonly tables: readonly EmbeddingTable[];
}

/** A dense layer's kernel or bias: three equal tables of weights and moments, and a gradient from each share. */
export interface DenseTable {
  readonly parameter: string;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly weights: Address;
  readonly first: Address;
  readonly second: Address;
  readonly gradients: Blocks;
}

/**
 * A bag's table, which is updated whole like a dense layer's; the bags themselves, one a user or movie, are kept at `sums`, as far
 * apart as the table's rows.
 */
export interface BagTable {
  readonly node: BagNode;
  readonly table: DenseTable;
  readonly span: number;
  /** How many users or movies there are. */
  readonly entries: number;
  readonly offsets: Address;
  readonly lists: Address;
  readonly sums: Address;
  /** How often the batch reads each row; this share's own. */
  readonly counts: Address;
  /** Room for a row, this share's own. */
  readonly scratch: Address;
}

export interface Tables {
  readonly embeddings: ReadonlyMap<string, EmbeddingTable>; // by node
  /** Where all of them lie. */
  readonly blocks: readonly EmbeddingBlock[];
  readonly dense: ReadonlyMap<string, DenseTable>; // by parameter
  readonly bags: ReadonlyMap<string, BagTable>; // by node; their tables are among the dense ones
}

/** How long the lists of each kind are together. */
export type ListLengths = Readonly<Partial<Record<ListName, number>>>;

export function embeddingsOf({ embeddings }: Tables, entity: Column): readonly EmbeddingTable[] {
  return [...embeddings.values()].filter(({ node }) => node.of === entity);
}

export const blocksOf = ({ blocks }: Tables, entity: Column): readonly EmbeddingBlock[] =>
  blocks.filter(({ of }) => of === entity);

/** How rows of embeddings lie: with their moments; without, close together, which caches reward; or without, each on cache lines that no other is on. */
export type RowLayout = 'with-moments' | 'close' | 'apart';

export function createTables(graph: Graph, lengths: ListLengths, arena: Arena, layout: RowLayout): Tables {
  const alike = new Map<string, EmbeddingNode[]>();
  for (const node of allNodes(graph)) {
    if (node.kind !== 'embedding') continue;
    const key = `${node.of} ${node.rows}`;
    alike.set(key, [...(alike.get(key) ?? []), node]);
  }
  const blocks = Array.from(alike.values(), (nodes) => embeddingBlock(nodes, arena, layout));
  const embeddings = new Map(blocks.flatMap(({ tables }) => tables.map((table) => [table.node.name, table])));
  const dense = new Map<string, DenseTable>();
  for (const { name, rows, columns } of parametersOf(graph)) {
    if (!name.endsWith('/embeddings')) dense.set(name, denseTable(name, rows, columns, arena));
  }
  const bags = new Map<string, BagTable>();
  for (const node of graph.nodes) {
    if (node.kind !== 'bag') continue;
    const entries = tableHeight(graph, node.of);
    const bag = bagTable(node, entries, lengths[node.list] as number, arena);
    bags.set(node.name, bag);
    dense.set(bag.table.parameter, bag.table);
  }
  return { embeddings, blocks, dense, bags };
}

/** Tables of as many rows of the same users or movies: what a step reads of one of them lies together. */
function embeddingBlock(nodes: readonly EmbeddingNode[], arena: Arena, layout: RowLayout): EmbeddingBlock {
  const hasMoments = layout === 'with-moments';
  const spans = nodes.map(({ width }) => rowBytes(width));
  const span = spans.reduce((sum, each) => sum + each, 0);
  // One thread writes the moments while another reads the weights: long rows keep the two on cache lines of their own.
  const isOnLines = layout === 'apart' || span >= 2 * CACHE_LINE;
  const round = (bytes: number): number => (isOnLines ? Math.ceil(bytes / CACHE_LINE) * CACHE_LINE : bytes);
  const stride = round(span) + (hasMoments ? round(2 * span) : 0);
  const [{ of, rows }] = nodes as [EmbeddingNode];
  const address = arena.shared(rows * stride);
  const place = { stride, offset: round(span), between: span, hasMoments };
  let before = 0;
  const tables = nodes.map((node, i): EmbeddingTable => {
    const own = spans[i] as number;
    const table = { node, parameter: `${node.name}/embeddings`, ...place, address: address + before, span: own };
    before += own;
    return table;
  });
  return { of, rows, ...place, address, span, tables };
}

/** What is looked up like an embedding, but worked out and not trained. */
export function resultTable(node: EmbeddingNode, arena: Arena): EmbeddingTable {
  const span = Math.ceil(node.width / 4) * 16;
  const address = arena.shared(node.rows * span);
  return { node, parameter: node.name, address, stride: span, offset: 0, between: 0, span, hasMoments: false };
}

/** The kernel that begins with this input of the given one. */
export function kernelFrom(kernel: DenseTable, input: number): DenseTable {
  // One of a single column is kept as one row.
  const step = kernel.rows === 1 && input > 0 ? 4 : kernel.stride;
  return { ...kernel, weights: kernel.weights + input * step };
}

/** A kernel of one column is kept as one row: the same numbers in the same order. */
function denseTable(parameter: string, inputs: number, outputs: number, arena: Arena): DenseTable {
  const [rows, columns] = outputs === 1 ? [1, inputs] : [inputs, outputs];
  return layOutDense(parameter, rows, columns, arena);
}

function bagTable(node: BagNode, entries: number, length: number, arena: Arena): BagTable {
  const table = layOutDense(`${node.name}/embeddings`, node.rows, node.width, arena);
  return {
    node,
    table,
    span: rowBytes(node.width),
    entries,
    offsets: arena.shared(4 * (entries + 1)),
    lists: arena.shared(4 * length),
    sums: arena.shared(entries * table.stride),
    counts: arena.own(4 * node.rows),
    scratch: arena.own(table.stride),
  };
}

function layOutDense(parameter: string, rows: number, columns: number, arena: Arena): DenseTable {
  const stride = columns === 1 ? 16 : strideOf(columns);
  const [weights, first, second] = [0, 1, 2].map(() => arena.shared(rows * stride)) as [Address, Address, Address];
  const gradients = arena.each(blockRows(rows) * stride);
  return { parameter, rows, columns, stride, weights, first, second, gradients };
}
