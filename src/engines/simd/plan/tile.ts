import type { Graph } from '../../../models/graph.ts';
import type { Address, Kernels } from '../kernels.ts';
import { strideOf } from '../memory/matrix.ts';

/** The examples that are worked on at once: a part of a share of the batch, small enough for the cache. */
export interface Tile {
  /** Position in the batch of the first example. */
  first: number;
  rows: number;
  /** Whether it is the first of its share in this batch. */
  fresh: boolean;
  /** Where the tile's indices of each column start; 0 for columns that the graph does not look up. */
  user: Address;
  movie: Address;
  period: Address;
  userPeriod: Address;
  targets: Address;
  /** Examples in the whole batch. */
  batch: number;
  /** Training steps before this one. */
  step: number;
}

/** One kernel call, compiled for one thread. */
export type Op = (kernels: Kernels, tile: Tile) => void;

/** A tile's matrices together should leave room in a core's second cache. */
const TILE_BYTES = 256 * 1024;

export const MOST_TILE_ROWS = 1024;

/** `matrices` of each node's width are kept; there are no more rows than the limit. */
export function tileRowsFor(
  { nodes }: Graph,
  widths: ReadonlyMap<string, number>,
  matrices: number,
  limit = MOST_TILE_ROWS,
): number {
  const rowBytes = nodes.reduce((sum, { name }) => sum + matrices * strideOf(widths.get(name) as number), 0);
  const fitting = Math.floor(TILE_BYTES / rowBytes / 8) * 8;
  return Math.min(Math.max(fitting, 16), MOST_TILE_ROWS, limit);
}
