import type * as tf from '@tensorflow/tfjs';
import type { Examples, Pairs } from '../../trainer.ts';
import type { EpochBatches, Heights, Lookup } from '../device.ts';
import { createUploadedBatches, sortBatches } from '../uploaded-batches.ts';
import { createTexelList, TEXEL_LIMIT } from './texel-list.ts';

/** What is looked up, as a stretch of a list on the GPU. */
export interface WebglLookup extends Lookup {
  /** (user, movie, target, 0) of each example. */
  readonly examples: tf.Tensor2D;
  /** Where the stretch begins. */
  readonly start: number;
}

/** A batch as a stretch of lists that hold many batches. `start` holds for `sorted` too. */
export interface WebglBatch extends WebglLookup {
  /** (position by user, position by movie, 0, 0): the positions of the batch in the order of their table rows. */
  readonly sorted: tf.Tensor2D;
  /** (first by user, end by user, first by movie, end by movie): for each table row, its stretch of `sorted`. */
  readonly runs: tf.Tensor2D;
  /** Where the batch begins in `runs`. */
  readonly runStart: number;
}

/** Uploads as many batches at once as fit into a texture. */
export function createWebglEpochBatches(examples: Examples, batchSize: number, heights: Heights): EpochBatches<WebglBatch> {
  const height = Math.max(heights.user, heights.movie);
  return createUploadedBatches(
    batchSize,
    Math.max(1, Math.floor(TEXEL_LIMIT / Math.max(batchSize, height))),
    (order) => upload(examples, order, batchSize, heights),
    (uploaded, { number, start, size }) => ({ ...uploaded, size, start, runStart: number * height }),
  );
}

function upload(columns: Examples, order: Int32Array, batchSize: number, heights: Heights) {
  const height = Math.max(heights.user, heights.movie);
  const examples = createTexelList(order.length);
  const sorted = createTexelList(order.length);
  const runs = createTexelList(Math.ceil(order.length / batchSize) * height);
  for (const { number, start, users, movies, targets, byUser, byMovie } of sortBatches(columns, order, batchSize, heights)) {
    for (let i = 0; i < targets.length; i++) {
      examples.set(start + i, users[i] as number, movies[i] as number, targets[i] as number, 0);
      sorted.set(start + i, byUser.order[i] as number, byMovie.order[i] as number, 0, 0);
    }
    const [ofUser, ofMovie] = [byUser.offsets, byMovie.offsets];
    for (let row = 0; row < height; row++) {
      runs.set(number * height + row, ofUser[row] ?? 0, ofUser[row + 1] ?? 0, ofMovie[row] ?? 0, ofMovie[row + 1] ?? 0);
    }
  }
  return { examples: examples.toTensor(), sorted: sorted.toTensor(), runs: runs.toTensor() };
}

export function createWebglLookup({ users, movies }: Pairs): WebglLookup {
  const examples = createTexelList(users.length);
  for (let i = 0; i < users.length; i++) examples.set(i, users[i] as number, movies[i] as number, 0, 0);
  return { size: users.length, examples: examples.toTensor(), start: 0 };
}
