import type { Address } from '../kernels.ts';
import type { Arena } from './arena.ts';

/**
 * One row per example. What stands between a row's width and its stride means nothing and may be anything. A column (width 1)
 * is contiguous.
 */
export interface Matrix {
  readonly width: number;
  readonly stride: number;
  /** Of the first row of the batch where the rows of the whole batch are kept, else of the tile. */
  readonly base: Address;
  /** The stride where the rows of the whole batch are kept, else 0. */
  readonly advance: number;
}

/** Where a matrix holds the rows of the tile whose first example has this position in the batch. */
export const rowsAt = (matrix: Matrix, first: number): Address => matrix.base + first * matrix.advance;

/** Columns of a register block of the matrix product. */
const BLOCK = 8;

/** Equally wide matrices have equal strides. */
export function strideOf(width: number): number {
  if (width === 1) return 4;
  const bytes = Math.ceil(width / BLOCK) * BLOCK * 4;
  // Rows that are multiples of a large power of two apart would compete for the same few lines of the cache.
  return bytes % 512 === 0 ? bytes + BLOCK * 4 : bytes;
}

/** Columns that the matrix product works on. */
export const blockColumns = (width: number): number => Math.ceil(width / BLOCK) * BLOCK;

/** Rows that the matrix product works on. */
export const blockRows = (rows: number): number => Math.ceil(rows / 4) * 4;

/** Bytes of whole vectors that hold `rows` rows. */
export const vectorBytes = (rows: number, stride: number): number => Math.ceil((rows * stride) / 16) * 16;

/** Bytes of whole vectors that hold a row of this width. */
export const rowBytes = (width: number): number => vectorBytes(1, 4 * width);

/** A matrix for one tile, of this share's own. */
export function tileMatrix(arena: Arena, width: number, tileRows: number): Matrix {
  const stride = strideOf(width);
  return { width, stride, base: arena.own(tileRows * stride), advance: 0 };
}
