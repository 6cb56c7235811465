import { type ImplicitRule, ridgesOf } from '../../core/implicit.ts';
import type { Examples } from '../trainer.ts';
import { add, at, type Matrix, multiply, transpose, zeros } from './matrix.ts';

/** All pairs, each with what it counts as liked; 0 where it is not. */
export interface Likes {
  readonly weights: Matrix; // (users, movies)
  readonly rule: ImplicitRule;
}

export function likesOf(
  { users, movies, targets }: Examples,
  sizes: { users: number; movies: number },
  rule: ImplicitRule,
): Likes {
  const weights = zeros(sizes.users, sizes.movies);
  targets.forEach((weight, i) => {
    add(weights, users[i] as number, movies[i] as number, weight);
  });
  return { weights, rule };
}

/** What iALS makes smaller, over every pair. `users` and `movies` have a row of factors each. */
export function objective(likes: Likes, users: Matrix, movies: Matrix): number {
  const scores = multiply(users, transpose(movies));
  const { unobserved } = likes.rule;
  const pairs = scores.values.reduce((sum, score, i) => {
    const weight = likes.weights.values[i] as number;
    return sum + weight * (1 - score) ** 2 + unobserved * score ** 2;
  }, 0);
  return pairs + decay(likes, users) + decay(transposed(likes), movies);
}

function decay(likes: Likes, rows: Matrix): number {
  const ridges = ridgesFor(likes);
  return rows.values.reduce((sum, value, i) => sum + (ridges[Math.floor(i / rows.columns)] as number) * value ** 2, 0);
}

/** Users and movies after one sweep: the users solved for the movies as they were, then the movies for those users. */
export function sweep(likes: Likes, movies: Matrix): { readonly users: Matrix; readonly movies: Matrix } {
  const users = solveRows(likes, movies);
  return { users, movies: solveRows(transposed(likes), users) };
}

/** The rows that make the objective smallest, the other side being as it is: their normal equations over every pair. */
function solveRows(likes: Likes, others: Matrix): Matrix {
  const { weights, rule } = likes;
  const ridges = ridgesFor(likes);
  const k = others.columns;
  const solved = zeros(weights.rows, k);
  for (let row = 0; row < weights.rows; row++) {
    const matrix = zeros(k, k + 1);
    for (let i = 0; i < k; i++) add(matrix, i, i, ridges[row] as number);
    for (let other = 0; other < weights.columns; other++) {
      const weight = at(weights, row, other);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) add(matrix, i, j, (weight + rule.unobserved) * at(others, other, i) * at(others, other, j));
        add(matrix, i, k, weight * at(others, other, i));
      }
    }
    eliminate(matrix).forEach((value, i) => {
      add(solved, row, i, value);
    });
  }
  return solved;
}

/** The solution of the equations (k, k + 1), by Gauss and Jordan. */
function eliminate(matrix: Matrix): readonly number[] {
  const k = matrix.rows;
  for (let p = 0; p < k; p++) {
    for (let i = 0; i < k; i++) {
      const factor = i === p ? 0 : at(matrix, i, p) / at(matrix, p, p);
      for (let j = p; j <= k; j++) add(matrix, i, j, -factor * at(matrix, p, j));
    }
  }
  return Array.from({ length: k }, (_, i) => at(matrix, i, k) / at(matrix, i, i));
}

const transposed = ({ weights, rule }: Likes): Likes => ({ weights: transpose(weights), rule });

function ridgesFor({ weights, rule }: Likes): Float64Array {
  const liked = Float64Array.from({ length: weights.rows }, (_, row) =>
    weights.values.subarray(row * weights.columns, (row + 1) * weights.columns).reduce((sum, weight) => sum + weight, 0),
  );
  return ridgesOf(liked, weights.columns, rule);
}
