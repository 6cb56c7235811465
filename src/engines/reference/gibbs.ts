import { addSquare, factorise } from '../../core/cholesky.ts';
import { drawPrecision, drawPrior, drawRidge, type RowSums, solveTransposed } from '../../core/gibbs/draw-prior.ts';
import { fillNormals } from '../../core/gibbs/normals.ts';
import { createRandom, mixKey, normal } from '../../core/random.ts';
import type { Examples } from '../trainer.ts';

/** Rows of one side: the factors with what the bag adds, then the bias; and the bag's rows, of the other side, where there are any. */
export interface SampledSide {
  readonly rows: readonly Float64Array[];
  readonly bag: readonly Float64Array[] | null;
  /** How many times the precision of the rows that of the bag's rows is. */
  readonly ridge: number;
}

export interface Sampled {
  readonly user: SampledSide;
  readonly movie: SampledSide;
}

/** The ratings of each row, as the other side's row and the target without the offset. */
type Rated = readonly (readonly { readonly other: number; readonly target: number }[])[];

/**
 * One sweep of Gibbs sampling in double precision, written to be read: first the noise, then the prior, the bag and the rows of the users,
 * then those of the movies. It draws the same random numbers as the engine does; `n` is its row length, factors and bias filled up to whole blocks.
 */
export function gibbsSweep(examples: Examples, offset: number, before: Sampled, seed: number, sweep: number, n: number): Sampled {
  const byUser = grouped(before.user.rows.length, examples.users, examples.movies, examples.targets, offset);
  const byMovie = grouped(before.movie.rows.length, examples.movies, examples.users, examples.targets, offset);
  const random = createRandom(seed, `noise of sweep ${sweep}`);
  const errors = squaredErrors(byUser, before.user.rows, before.movie.rows);
  const precision = drawPrecision(examples.targets.length, errors, random, normal(random));
  const user = sampleSide('user', byUser, byMovie, before.user, before.movie.rows, precision, { seed, sweep, n });
  const movie = sampleSide('movie', byMovie, byUser, before.movie, user.rows, precision, { seed, sweep, n });
  return { user, movie };
}

function grouped(rows: number, own: Int32Array, others: Int32Array, targets: Float32Array, offset: number): Rated {
  const all: { other: number; target: number }[][] = Array.from({ length: rows }, () => []);
  own.forEach((row, at) => {
    all[row]?.push({ other: others[at] as number, target: (targets[at] as number) - offset });
  });
  return all;
}

function squaredErrors(rated: Rated, own: readonly Float64Array[], others: readonly Float64Array[]): number {
  let sum = 0;
  rated.forEach((ratings, row) => {
    for (const { other, target } of ratings) {
      const [p, q] = [own[row] as Float64Array, others[other] as Float64Array];
      const last = p.length - 1;
      const match = p.subarray(0, last).reduce((all, value, f) => all + value * (q[f] as number), 0);
      sum += (target - match - (p[last] as number) - (q[last] as number)) ** 2;
    }
  });
  return sum;
}

interface Draws {
  readonly seed: number;
  readonly sweep: number;
  readonly n: number;
}

function sampleSide(
  of: 'user' | 'movie',
  rated: Rated,
  otherRated: Rated,
  side: SampledSide,
  others: readonly Float64Array[],
  precision: number,
  { seed, sweep, n }: Draws,
): SampledSide {
  const random = createRandom(seed, `${of} rows of sweep ${sweep}`);
  const draw = normal(random);
  const stream = of === 'user' ? 0 : 1;
  const width = (side.rows[0] as Float64Array).length;
  const root = (row: number): number => 1 / Math.sqrt(rated[row]?.length || 1);
  const rests = side.rows.map((values, row) => values.map((value, f) => value - bagOf(side.bag, f, row)));
  const seenRests = rests.filter((_, row) => (rated[row]?.length ?? 0) > 0);
  const seenBag = side.bag?.filter((_, row) => (otherRated[row]?.length ?? 0) > 0);
  const sumsOfBag = seenBag && sumsOf(seenBag, width);
  const prior = drawPrior(sumsOf(seenRests, width), sumsOfBag ? { ...sumsOfBag, ridge: side.ridge } : null, random, draw);
  if (!prior) throw new RangeError('The numbers have left all bounds');
  const factor = prior.precision.slice();
  factorise(factor, width);
  // Rows that have yet to be drawn say nothing of how far they are from zero.
  const tells = sumsOfBag?.squares.some((square) => square !== 0);
  const ridge = sumsOfBag && tells ? drawRidge(sumsOfBag, prior, random, draw) : side.ridge;
  const bag = side.bag?.map((values, row) => drawBagRow(values, row)) ?? null;

  return { bag, ridge, rows: side.rows.map((_, row) => drawRow(row)) };

  function bagOf(bag: readonly Float64Array[] | null, f: number, row: number): number {
    if (!bag) return 0;
    return (rated[row] ?? []).reduce((sum, { other }) => sum + root(row) * (bag[other]?.[f] as number), 0);
  }

  function drawBagRow(old: Float64Array, row: number): Float64Array {
    const entries = (otherRated[row] ?? []).map(({ other }) => other);
    if (entries.length === 0) return old;
    const square = entries.reduce((sum, entry) => sum + root(entry) ** 2, 0);
    const noise = solveTransposed(factor, width, normals(width, mixKey(seed, sweep, stream), row * n));
    const drawn = old.map((value, f) => {
      const sum = entries.reduce((all, e) => all + root(e) * ((rests[e]?.[f] as number) - (prior?.mean[f] as number)), 0);
      return (sum + square * value) / (square + ridge) + (noise[f] as number) / Math.sqrt(square + ridge);
    });
    for (const entry of entries) {
      const rest = rests[entry] as Float64Array;
      drawn.forEach((value, f) => {
        rest[f] = (rest[f] as number) - root(entry) * (value - (old[f] as number));
      });
    }
    return drawn;
  }

  /** Normal, with the precision Λ + α Σ x xᵀ and the mean that times Λ m + α Σ y x, x being the other side's factors and 1. */
  function drawRow(row: number): Float64Array {
    const ratings = rated[row] ?? [];
    const prior_ = prior as NonNullable<typeof prior>;
    const mean = prior_.mean.map((value, f) => value + bagOf(bag, f, row));
    if (ratings.length === 0) return prior_.mean.slice();
    const matrix = prior_.precision.slice();
    const right = mean.map((_, f) =>
      mean.reduce((sum, value, g) => sum + (prior_.precision[f * width + g] as number) * value, 0),
    );
    for (const { other, target } of ratings) {
      const x = (others[other] as Float64Array).slice();
      const bias = x[width - 1] as number;
      x[width - 1] = 1;
      addSquare(matrix, x, precision);
      x.forEach((value, f) => {
        right[f] = (right[f] as number) + precision * (target - bias) * value;
      });
    }
    factorise(matrix, width);
    const noise = normals(width, mixKey(seed, sweep, 2 + stream), row * n);
    for (let i = 0; i < width; i++) {
      let sum = right[i] as number;
      for (let k = 0; k < i; k++) sum -= (matrix[i * width + k] as number) * (right[k] as number);
      right[i] = sum / (matrix[i * width + i] as number);
    }
    return solveTransposed(
      matrix,
      width,
      right.map((value, f) => value + (noise[f] as number)),
    );
  }
}

function normals(width: number, key: number, from: number): Float64Array {
  const drawn = new Float64Array(width);
  fillNormals(drawn, key, from);
  return drawn;
}

function sumsOf(rows: readonly Float64Array[], width: number): RowSums {
  const [sum, squares] = [new Float64Array(width), new Float64Array(width * width)];
  for (const row of rows) {
    addSquare(squares, row, 1);
    row.forEach((value, f) => {
      sum[f] = (sum[f] as number) + value;
    });
  }
  return { count: rows.length, sum, squares };
}
