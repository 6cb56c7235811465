import { type Column, columnsOf, type Graph, tableHeight } from '../../../models/graph.ts';
import { columnOf, type Pairs } from '../../trainer.ts';

/** Shares are cut at multiples of this many rows, so that no thread's matrix product writes into another's rows. */
const GRAIN = 8;

export const shareRows = (rows: number): number => Math.ceil(rows / GRAIN) * GRAIN;

/** How many of `count` examples a thread takes at most. */
export const shareSize = (count: number, threads: number): number => shareRows(Math.ceil(count / threads));

/** The part of 0 … count − 1 that is a thread's; earlier threads are never emptier than later ones. */
export function shareOf(count: number, thread: number, threads: number): { readonly from: number; readonly to: number } {
  const size = shareSize(count, threads);
  return { from: Math.min(count, thread * size), to: Math.min(count, (thread + 1) * size) };
}

/** How many threads have a share that is not empty. */
export const sharers = (count: number, threads: number): number => Math.ceil(count / shareSize(count, threads));

/**
 * Deals out a table's rows in contiguous ranges of about equal work: threads + 1 ascending bounds. A row costs something for
 * each example that reads it, and about twice that for each batch that reads it, when it is settled and updated.
 */
export function dealRows(indices: Int32Array, rows: number, batchSize: number, threads: number): readonly number[] {
  const counts = new Float64Array(rows);
  for (const row of indices) counts[row] = (counts[row] as number) + 1;
  const batches = Math.max(1, indices.length / batchSize);
  const costs = counts.map((count) => count + 2 * batches * (1 - Math.exp(-count / batches)));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const bounds = [0];
  let sum = 0;
  for (let row = 0; row < rows && bounds.length < threads; row++) {
    sum += costs[row] as number;
    while (bounds.length < threads && sum >= (total * bounds.length) / threads) bounds.push(row + 1);
  }
  while (bounds.length <= threads) bounds.push(rows);
  return bounds;
}

/** The owners of all of a graph's rows. */
export function dealTables(
  graph: Graph,
  examples: Pairs,
  batchSize: number,
  threads: number,
): Readonly<Partial<Record<Column, readonly number[]>>> {
  return Object.fromEntries(
    columnsOf(graph).map((column) => [
      column,
      dealRows(columnOf(examples, column), tableHeight(graph, column), batchSize, threads),
    ]),
  );
}
