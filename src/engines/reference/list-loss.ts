import type { ListBatch, ListTask } from '../../core/list-task.ts';
import { LIST_PARAMETERS } from '../../models/list-head.ts';
import type { Parameters } from './differentiate.ts';
import { add, at, type Matrix, zeros } from './matrix.ts';

/** Σ_f a_f p_f q_f + c of these movies (columns) with these users (rows). */
export function listScores(parameters: Parameters, users: Int32Array, movies: Int32Array): Matrix {
  const { p, q, gain, bias } = tablesOf(parameters);
  const scores = zeros(users.length, movies.length);
  users.forEach((user, b) => {
    movies.forEach((movie, i) => {
      let sum = at(bias, movie, 0);
      for (let d = 0; d < p.columns; d++) sum += at(gain, 0, d) * at(p, user, d) * at(q, movie, d);
      add(scores, b, i, sum);
    });
  });
  return scores;
}

/**
 * Makes the gradients of a batch's ratings those of the whole step: they count what is left of 1, and the list adds its own. Returns the sum of
 * −ln softmax of what was liked.
 */
export function joinListGradients(parameters: Parameters, task: ListTask, batch: ListBatch, gradients: Parameters): number {
  for (const { values } of gradients.values())
    for (const i of values.keys()) values[i] = (1 - task.weight) * (values[i] as number);
  return addListGradients(parameters, task, batch, gradients);
}

/**
 * Adds the gradient of the task's loss to `gradients`, and returns the sum of −ln softmax of what was liked. A user's softmax goes over the
 * corrected scores of the movies compared and over the plain ones of those that they liked.
 */
export function addListGradients(
  parameters: Parameters,
  { weight, softmax, l2 }: ListTask,
  batch: ListBatch,
  gradients: Parameters,
): number {
  const { users, movies, likers, liked } = batch;
  const { p, q, gain } = tablesOf(parameters);
  const to = tablesOf(gradients);
  const { loss, errors } = softmaxErrors(listScores(parameters, users, movies), batch);
  const scale = (weight * softmax) / Math.max(1, likers.length);
  for (const [b, user] of users.entries()) {
    for (const [i, movie] of movies.entries()) {
      const error = scale * at(errors, b, i);
      add(to.bias, movie, 0, error);
      for (let d = 0; d < p.columns; d++) {
        const [a, x, y] = [at(gain, 0, d), at(p, user, d), at(q, movie, d)];
        add(to.gain, 0, d, error * x * y);
        add(to.p, user, d, error * a * y);
        add(to.q, movie, d, error * a * x);
      }
    }
  }
  if (liked.length > 0) {
    decay(p, to.p, users, (2 * weight * l2) / users.length);
    decay(q, to.q, movies, (2 * weight * l2) / movies.length);
  }
  return loss;
}

/**
 * The gradient of the task's loss by a user's and a movie's row alone; null where the step does not look at it. It is the same sum as above, of
 * two rows only.
 */
export function listRowGradients(
  parameters: Parameters,
  { weight, softmax, l2 }: ListTask,
  batch: ListBatch,
  { user, movie }: { readonly user: number; readonly movie: number },
): Readonly<Record<'user' | 'movie', Float64Array | null>> {
  const { users, movies, likers, liked } = batch;
  const { p, q, gain } = tablesOf(parameters);
  const [b, i] = [users.indexOf(user), movies.indexOf(movie)];
  const { errors } = softmaxErrors(listScores(parameters, users, movies), batch);
  const scale = (weight * softmax) / Math.max(1, likers.length);
  const decayOf = (rows: Int32Array): number => (liked.length > 0 ? (2 * weight * l2) / rows.length : 0);
  const ofUser = (d: number): number =>
    movies.reduce((sum, other, place) => sum + scale * at(errors, b, place) * at(gain, 0, d) * at(q, other, d), 0);
  const ofMovie = (d: number): number =>
    users.reduce((sum, other, place) => sum + scale * at(errors, place, i) * at(gain, 0, d) * at(p, other, d), 0);
  const rowOf = (length: number, part: (d: number) => number) => Float64Array.from({ length }, (_, d) => part(d));
  return {
    user: b < 0 ? null : rowOf(p.columns, (d) => ofUser(d) + decayOf(users) * at(p, user, d)),
    movie: i < 0 ? null : rowOf(q.columns, (d) => ofMovie(d) + decayOf(movies) * at(q, movie, d)),
  };
}

/** ∂Σ −ln softmax / ∂score, (users, movies). */
function softmaxErrors(
  scores: Matrix,
  { users, movies, corrections, likers, liked }: ListBatch,
): { loss: number; errors: Matrix } {
  const errors = zeros(users.length, movies.length);
  let loss = 0;
  for (let b = 0; b < users.length; b++) {
    const own = liked.filter((_, k) => likers[k] === b);
    const isLiked = new Set(own);
    const logits = Array.from(movies, (_, i) => at(scores, b, i) + (isLiked.has(i) ? 0 : (corrections[i] as number)));
    const most = Math.max(...logits);
    const sum = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
    logits.forEach((logit, i) => {
      add(errors, b, i, (own.length * Math.exp(logit - most)) / sum - (isLiked.has(i) ? 1 : 0));
      if (isLiked.has(i)) loss += most + Math.log(sum) - logit;
    });
  }
  return { loss, errors };
}

function decay(table: Matrix, gradient: Matrix, rows: Int32Array, strength: number): void {
  for (const row of rows) for (let d = 0; d < table.columns; d++) add(gradient, row, d, strength * at(table, row, d));
}

function tablesOf(parameters: Parameters) {
  const { users, movies, gain, bias } = LIST_PARAMETERS;
  const [p, q, a, c] = [users, movies, gain, bias].map((name) => parameters.get(name)) as [Matrix, Matrix, Matrix, Matrix];
  return { p, q, gain: a, bias: c };
}
