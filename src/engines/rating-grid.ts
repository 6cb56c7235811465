import { groupPositions } from '../core/grouping.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Examples } from './trainer.ts';

/** Into how many blocks users are dealt, and movies. */
export const GRID = 8;

/** Ratings of a step at most: some hundredths of a second. */
const STEP_RATINGS = 2 ** 19;

/**
 * The order in which SGD takes single ratings. Users and movies are dealt into blocks, so that ratings lie in a grid; ratings in cells that
 * share neither users nor movies can be learned at the same time, with the same result as one after the other (Gemulla et al. 2011,
 * "Large-Scale Matrix Factorization with Distributed Stochastic Gradient Descent"). Cell c has those of the users' block ⌊c / GRID⌋
 * and the movies' block c mod GRID. It depends on the ratings and the seed alone.
 */
export interface RatingGrid {
  /** Positions of the ratings, cell after cell, in a random order within each. */
  readonly order: Int32Array;
  /** Where each cell begins in the order; one more for the end. */
  readonly offsets: Int32Array;
}

type Rated = Pick<Examples, 'users' | 'movies'>;

export function ratingGrid({ users, movies }: Rated, sizes: { users: number; movies: number }, seed: number): RatingGrid {
  const [ofUser, ofMovie] = [dealIntoBlocks(users, sizes.users), dealIntoBlocks(movies, sizes.movies)];
  const cells = new Int32Array(users.length);
  for (let at = 0; at < cells.length; at++) {
    cells[at] = (ofUser[users[at] as number] as number) * GRID + (ofMovie[movies[at] as number] as number);
  }
  const { offsets, order } = groupPositions(cells, GRID * GRID);
  const random = createRandom(seed, 'order within cells');
  for (let cell = 0; cell < GRID * GRID; cell++) shuffle(order.subarray(offsets[cell], offsets[cell + 1]), random);
  return { order, offsets };
}

/** The block of each row: those with most ratings first, each to the block that has fewest so far. */
export function dealIntoBlocks(indices: Int32Array, rows: number): Int32Array {
  const counts = new Int32Array(rows);
  for (let at = 0; at < indices.length; at++) {
    const row = indices[at] as number;
    counts[row] = (counts[row] as number) + 1;
  }
  const most = counts.reduce((found, count) => Math.max(found, count), 0);
  const byCount = groupPositions(counts, most + 1).order.reverse();
  const blocks = new Int32Array(rows);
  const sums = new Float64Array(GRID);
  for (const row of byCount) {
    let fewest = 0;
    for (let block = 1; block < GRID; block++) if ((sums[block] as number) < (sums[fewest] as number)) fewest = block;
    blocks[row] = fewest;
    sums[fewest] = (sums[fewest] as number) + (counts[row] as number);
  }
  return blocks;
}

/** Into how many steps a stratum is cut: GRID cells that share neither users nor movies, and together have about a GRIDth of all ratings. */
export const piecesOf = (ratings: number): number => Math.max(1, Math.ceil(ratings / (GRID * STEP_RATINGS)));

/**
 * The strata of an epoch, counted from 0, in their order: stratum s has, of each users' block b, the movies' block (b + s) mod GRID.
 */
export const strataOf = (seed: number, epoch: number): Int32Array =>
  shuffle(
    Int32Array.from({ length: GRID }, (_, stratum) => stratum),
    createRandom(seed, `strata of epoch ${epoch}`),
  );

/** The part of the order that a step takes of a users' block. */
export function cellPart(
  offsets: Int32Array,
  block: number,
  stratum: number,
  piece: number,
  pieces: number,
): { readonly from: number; readonly to: number } {
  const cell = block * GRID + ((block + stratum) % GRID);
  const [start, end] = [offsets[cell] as number, offsets[cell + 1] as number];
  const bound = (part: number): number => start + Math.floor(((end - start) * part) / pieces);
  return { from: bound(piece), to: bound(piece + 1) };
}
