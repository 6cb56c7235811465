import type { EmbeddingNode, Entity, Graph } from '../../../models/graph.ts';
import { parametersOf } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import { type Arena, type Blocks, CACHE_LINE } from './arena.ts';
import { blockRows, strideOf } from './matrix.ts';

/** An embedding: row i has its weights at `address` + i · `stride` and its two moments from `offset` on, each `span` bytes. */
export interface EmbeddingTable {
  readonly node: EmbeddingNode;
  readonly parameter: string;
  readonly address: Address;
  readonly stride: number;
  readonly offset: number;
  readonly span: number;
}

/** A dense layer's kernel or bias: three equal tables of weights and moments, and a gradient from each thread. */
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

export interface Tables {
  readonly embeddings: ReadonlyMap<string, EmbeddingTable>; // by node
  readonly dense: ReadonlyMap<string, DenseTable>; // by parameter
}

export function embeddingsOf({ embeddings }: Tables, entity: Entity): readonly EmbeddingTable[] {
  return [...embeddings.values()].filter(({ node }) => node.of === entity);
}

export function createTables(graph: Graph, arena: Arena): Tables {
  const embeddings = new Map<string, EmbeddingTable>();
  for (const node of graph.nodes) {
    if (node.kind !== 'embedding') continue;
    embeddings.set(node.name, embeddingTable(node, arena));
  }
  const dense = new Map<string, DenseTable>();
  for (const { name, rows, columns } of parametersOf(graph)) {
    if (!name.endsWith('/embeddings')) dense.set(name, denseTable(name, rows, columns, arena));
  }
  return { embeddings, dense };
}

function embeddingTable(node: EmbeddingNode, arena: Arena): EmbeddingTable {
  const span = Math.ceil(node.width / 4) * 16;
  // One thread writes its moments while another reads the weights: long rows keep the two on cache lines of their own.
  const round = (bytes: number): number => (span < 2 * CACHE_LINE ? bytes : Math.ceil(bytes / CACHE_LINE) * CACHE_LINE);
  const offset = round(span);
  const stride = offset + round(2 * span);
  return { node, parameter: `${node.name}/embeddings`, address: arena.shared(node.rows * stride), stride, offset, span };
}

/** A kernel of one column is kept as one row: the same numbers in the same order. */
function denseTable(parameter: string, inputs: number, outputs: number, arena: Arena): DenseTable {
  const [rows, columns] = outputs === 1 ? [1, inputs] : [inputs, outputs];
  const stride = columns === 1 ? 16 : strideOf(columns);
  const [weights, first, second] = [0, 1, 2].map(() => arena.shared(rows * stride)) as [Address, Address, Address];
  const gradients = arena.each(blockRows(rows) * stride);
  return { parameter, rows, columns, stride, weights, first, second, gradients };
}
