import type { Weights } from '../../../models/graph.ts';
import { floatsAt, type Heap } from './heap.ts';
import type { DenseTable, EmbeddingTable, Tables } from './tables.ts';

/** Copies weights into the tables and clears the moments. */
export function storeWeights(heap: Heap, { embeddings, dense }: Tables, weights: Weights): void {
  for (const table of embeddings.values()) storeEmbedding(heap, table, weights[table.parameter] as Float32Array);
  for (const table of dense.values()) storeDense(heap, table, weights[table.parameter] as Float32Array);
}

/** A copy of the tables' weights. */
export function loadWeights(heap: Heap, { embeddings, dense }: Tables): Weights {
  const entries = [...embeddings.values()].map((table) => [table.parameter, loadEmbedding(heap, table)] as const);
  return Object.fromEntries([
    ...entries,
    ...[...dense.values()].map((table) => [table.parameter, loadDense(heap, table)] as const),
  ]);
}

function storeEmbedding(heap: Heap, table: EmbeddingTable, values: Float32Array): void {
  const { rows, width } = table.node;
  const stride = table.stride / 4;
  const target = floatsAt(heap, table.address, rows * stride);
  target.fill(0);
  for (let row = 0; row < rows; row++) target.set(values.subarray(row * width, (row + 1) * width), row * stride);
}

function loadEmbedding(heap: Heap, table: EmbeddingTable): Float32Array {
  const { rows, width } = table.node;
  const stride = table.stride / 4;
  const source = floatsAt(heap, table.address, rows * stride);
  const values = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) values.set(source.subarray(row * stride, row * stride + width), row * width);
  return values;
}

function storeDense(heap: Heap, { weights, first, second, rows, columns, stride }: DenseTable, values: Float32Array): void {
  const size = (rows * stride) / 4;
  for (const address of [weights, first, second]) floatsAt(heap, address, size).fill(0);
  const target = floatsAt(heap, weights, size);
  for (let row = 0; row < rows; row++) target.set(values.subarray(row * columns, (row + 1) * columns), (row * stride) / 4);
}

function loadDense(heap: Heap, { weights, rows, columns, stride }: DenseTable): Float32Array {
  const source = floatsAt(heap, weights, (rows * stride) / 4);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    values.set(source.subarray((row * stride) / 4, (row * stride) / 4 + columns), row * columns);
  }
  return values;
}
