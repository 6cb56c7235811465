import type { Address, Kernels } from '../kernels.ts';

/** The examples that a thread works on at once: a part of its share of the batch, small enough for the cache. */
export interface Tile {
  /** Position in the batch of the first example. */
  first: number;
  rows: number;
  /** Whether it is the first of its thread in this batch. */
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
