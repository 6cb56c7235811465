import * as tf from '@tensorflow/tfjs';
import type { Entity } from '../../../models/graph.ts';
import type { Examples, Pairs } from '../../trainer.ts';
import type { EpochBatches, Heights, Lookup } from '../device.ts';
import { createUploadedBatches, sortBatches } from '../uploaded-batches.ts';

/** The table rows of users or of movies, in a list on the GPU. */
export interface Column {
  readonly rows: tf.Tensor1D;
}

export interface SortedColumn extends Column {
  /** The positions of each batch in the order of their table rows. */
  readonly sorted: tf.Tensor1D;
  /** Table row r's run of the sorted batch is runs[runStart + r] … runs[runStart + r + 1]. */
  readonly runs: tf.Tensor1D;
  readonly runStart: number;
}

/** What is looked up, as a stretch of lists on the GPU. */
export interface WebgpuLookup extends Lookup, Readonly<Record<Entity, Column>> {
  /** Where the stretch begins. */
  readonly start: number;
}

/** A batch as a stretch of lists that hold many batches. `start` holds for `sorted` and `targets`, too. */
export interface WebgpuBatch extends WebgpuLookup {
  readonly user: SortedColumn;
  readonly movie: SortedColumn;
  readonly targets: tf.Tensor1D;
}

/** How long a list may get: 32 MiB, where every WebGPU binds 128 MiB. */
const LIST_LIMIT = 2 ** 23;

export function createWebgpuEpochBatches(examples: Examples, batchSize: number, heights: Heights): EpochBatches<WebgpuBatch> {
  const longest = Math.max(batchSize, heights.user + 1, heights.movie + 1);
  return createUploadedBatches(
    batchSize,
    Math.max(1, Math.floor(LIST_LIMIT / longest)),
    (order) => upload(examples, order, batchSize, heights),
    ({ targets, ...lists }, { number, start, size }) => ({
      size,
      start,
      targets,
      user: { rows: lists.users, sorted: lists.byUser, runs: lists.userRuns, runStart: number * (heights.user + 1) },
      movie: { rows: lists.movies, sorted: lists.byMovie, runs: lists.movieRuns, runStart: number * (heights.movie + 1) },
    }),
  );
}

function upload(examples: Examples, order: Int32Array, batchSize: number, heights: Heights) {
  const batches = Math.ceil(order.length / batchSize);
  const users = new Int32Array(order.length);
  const movies = new Int32Array(order.length);
  const targets = new Float32Array(order.length);
  const byUser = new Int32Array(order.length);
  const byMovie = new Int32Array(order.length);
  const userRuns = new Int32Array(batches * (heights.user + 1));
  const movieRuns = new Int32Array(batches * (heights.movie + 1));
  for (const batch of sortBatches(examples, order, batchSize, heights)) {
    users.set(batch.users, batch.start);
    movies.set(batch.movies, batch.start);
    targets.set(batch.targets, batch.start);
    byUser.set(batch.byUser.order, batch.start);
    byMovie.set(batch.byMovie.order, batch.start);
    userRuns.set(batch.byUser.offsets, batch.number * (heights.user + 1));
    movieRuns.set(batch.byMovie.offsets, batch.number * (heights.movie + 1));
  }
  return {
    users: list(users),
    movies: list(movies),
    targets: tf.tensor1d(targets),
    byUser: list(byUser),
    byMovie: list(byMovie),
    userRuns: list(userRuns),
    movieRuns: list(movieRuns),
  };
}

export function createWebgpuLookup({ users, movies }: Pairs): WebgpuLookup {
  // tfjs keeps the array that it is given until its first use, and the caller may change it before.
  return { size: users.length, start: 0, user: { rows: list(users.slice()) }, movie: { rows: list(movies.slice()) } };
}

const list = (values: Int32Array): tf.Tensor1D => tf.tensor1d(values, 'int32');
