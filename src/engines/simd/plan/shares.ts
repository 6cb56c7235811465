import { type Column, columnsOf, type Graph, tableHeight } from '../../../models/graph.ts';
import { piecesOf } from '../../examples.ts';
import { columnOf, type Examples } from '../../trainer.ts';

/** Shares are cut at multiples of this many rows, so that no matrix product of one writes into another's rows. */
const GRAIN = 8;

/** Smaller batches have too little work for more than two threads, and each share costs one thread a few hundredths of a step. */
const BATCH_OF_FOUR = 2048;

/** How many shares a batch is cut into: by its size alone, so that the results do not depend on the machine. */
export const sharesOf = (batchSize: number): number => (batchSize < BATCH_OF_FOUR ? 2 : 4);

export const shareRows = (rows: number): number => Math.ceil(rows / GRAIN) * GRAIN;

/** How many of `count` examples a share has at most. */
export const shareSize = (count: number, shares: number): number => shareRows(Math.ceil(count / shares));

/** The part of 0 … count − 1 that is a share's; earlier shares are never emptier than later ones. */
export function shareOf(count: number, share: number, shares: number): { readonly from: number; readonly to: number } {
  const size = shareSize(count, shares);
  return { from: Math.min(count, share * size), to: Math.min(count, (share + 1) * size) };
}

/** How many shares are not empty. */
export const sharers = (count: number, shares: number): number => Math.ceil(count / shareSize(count, shares));

/**
 * Deals out a table's rows in contiguous ranges of about equal work: shares + 1 ascending bounds. A row costs something for
 * each example that reads it, and about twice that for each batch that reads it, when it is settled and updated. `always`: every batch
 * reads all of them.
 *
 * @param pieces the rows that the examples read, piece by piece
 */
export function dealRows(
  pieces: Iterable<Int32Array>,
  rows: number,
  batchSize: number,
  shares: number,
  always = false,
): readonly number[] {
  const counts = new Float64Array(rows);
  let examples = 0;
  for (const indices of pieces) {
    for (let at = 0; at < indices.length; at++) {
      const row = indices[at] as number;
      counts[row] = (counts[row] as number) + 1;
    }
    examples += indices.length;
  }
  const batches = Math.max(1, examples / batchSize);
  const costs = counts.map((count) => count + 2 * batches * (always ? 1 : 1 - Math.exp(-count / batches)));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const bounds = [0];
  let sum = 0;
  for (let row = 0; row < rows && bounds.length < shares; row++) {
    sum += costs[row] as number;
    while (bounds.length < shares && sum >= (total * bounds.length) / shares) bounds.push(row + 1);
  }
  while (bounds.length <= shares) bounds.push(rows);
  return bounds;
}

/** The owners of all of a graph's rows where steps do not go by them: as many rows each. */
export function dealEvenly(graph: Graph, shares: number): Readonly<Partial<Record<Column, readonly number[]>>> {
  const bounds = (rows: number): number[] => Array.from({ length: shares + 1 }, (_, i) => Math.round((rows * i) / shares));
  return Object.fromEntries(columnsOf(graph).map((column) => [column, bounds(tableHeight(graph, column))]));
}

/** The owners of all of a graph's rows. `comparesAll`: a second task reads every movie in each step. */
export function dealTables(
  graph: Graph,
  examples: Examples,
  batchSize: number,
  shares: number,
  comparesAll: boolean,
): Readonly<Partial<Record<Column, readonly number[]>>> {
  const known = dealt.get(examples) ?? new Map<string, readonly number[]>();
  dealt.set(examples, known);
  const boundsOf = (column: Column): readonly number[] => {
    const of = [tableHeight(graph, column), batchSize, shares, comparesAll && column === 'movie'] as const;
    const key = [column, ...of].join(' ');
    const bounds = known.get(key) ?? dealRows(columnsIn(piecesOf(examples), column), ...of);
    known.set(key, bounds);
    return bounds;
  };
  return Object.fromEntries(columnsOf(graph).map((column) => [column, boundsOf(column)]));
}

/** Trainers that are made one after the other often have the same examples. */
const dealt = new WeakMap<Examples, Map<string, readonly number[]>>();

function* columnsIn(pieces: Iterable<Examples>, column: Column): Iterable<Int32Array> {
  for (const piece of pieces) yield columnOf(piece, column);
}
