import type { EmbeddingNode, Entity, Graph } from '../../../models/graph.ts';
import { parametersOf } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import type { Arena, Blocks } from './arena.ts';
import { blockRows, strideOf } from './matrix.ts';

/** An embedding and its moments: row i is [weights | first | second], each `span` bytes, at `address` + i · 3 · `span`. */
export interface EmbeddingTable {
  readonly node: EmbeddingNode;
  readonly parameter: string;
  readonly span: number;
  readonly address: Address;
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

export const tableStride = ({ span }: EmbeddingTable): number => 3 * span;

export function embeddingsOf({ embeddings }: Tables, entity: Entity): readonly EmbeddingTable[] {
  return [...embeddings.values()].filter(({ node }) => node.of === entity);
}

export function createTables(graph: Graph, arena: Arena): Tables {
  const embeddings = new Map<string, EmbeddingTable>();
  for (const node of graph.nodes) {
    if (node.kind !== 'embedding') continue;
    const span = Math.ceil(node.width / 4) * 16;
    const parameter = `${node.name}/embeddings`;
    embeddings.set(node.name, { node, parameter, span, address: arena.shared(node.rows * 3 * span) });
  }
  const dense = new Map<string, DenseTable>();
  for (const { name, rows, columns } of parametersOf(graph)) {
    if (!name.endsWith('/embeddings')) dense.set(name, denseTable(name, rows, columns, arena));
  }
  return { embeddings, dense };
}

/** A kernel of one column is kept as one row: the same numbers in the same order. */
function denseTable(parameter: string, inputs: number, outputs: number, arena: Arena): DenseTable {
  const [rows, columns] = outputs === 1 ? [1, inputs] : [inputs, outputs];
  const stride = columns === 1 ? 16 : strideOf(columns);
  const [weights, first, second] = [0, 1, 2].map(() => arena.shared(rows * stride)) as [Address, Address, Address];
  const gradients = arena.each(blockRows(rows) * stride);
  return { parameter, rows, columns, stride, weights, first, second, gradients };
}
