import * as tf from '@tensorflow/tfjs';
import type { Examples } from '../../trainer.ts';
import type { EpochBatches, Heights, Lookup } from '../device.ts';
import { sortRows } from '../kernels/segment-sum/arithmetic.ts';
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

/** Uploads as many batches at once as fit into a texture: mostly an epoch. */
export function createWebglEpochBatches(examples: Examples, batchSize: number, heights: Heights): EpochBatches<WebglBatch> {
  const height = Math.max(heights.user, heights.movie);
  const atOnce = Math.max(1, Math.floor(TEXEL_LIMIT / Math.max(batchSize, height)));
  let order = new Int32Array();
  let first = 0;
  let uploaded: Uploaded | undefined;

  function forget(): void {
    if (uploaded) for (const tensor of Object.values(uploaded)) tensor.dispose();
    uploaded = undefined;
  }

  return {
    begin(next) {
      forget();
      order = Int32Array.from(next);
    },
    at(index) {
      if (!uploaded || index < first || index >= first + atOnce) {
        forget();
        first = Math.floor(index / atOnce) * atOnce;
        const part = order.subarray(first * batchSize, (first + atOnce) * batchSize);
        uploaded = upload(examples, part, batchSize, heights);
      }
      const size = Math.min(batchSize, order.length - index * batchSize);
      return { ...uploaded, size, start: (index - first) * batchSize, runStart: (index - first) * height };
    },
    dispose: forget,
  };
}

type Uploaded = Pick<WebglBatch, 'examples' | 'sorted' | 'runs'>;

function upload({ users, movies, targets }: Examples, order: Int32Array, batchSize: number, heights: Heights): Uploaded {
  const height = Math.max(heights.user, heights.movie);
  const examples = createTexelList(order.length);
  const sorted = createTexelList(order.length);
  const runs = createTexelList(Math.ceil(order.length / batchSize) * height);
  for (let start = 0, runStart = 0; start < order.length; start += batchSize, runStart += height) {
    const positions = order.subarray(start, start + batchSize);
    const user = positions.map((at) => users[at] as number);
    const movie = positions.map((at) => movies[at] as number);
    const byUser = sortRows(user, heights.user);
    const byMovie = sortRows(movie, heights.movie);
    for (let i = 0; i < positions.length; i++) {
      const target = targets[positions[i] as number] as number;
      examples.set(start + i, user[i] as number, movie[i] as number, target, 0);
      sorted.set(start + i, byUser.order[i] as number, byMovie.order[i] as number, 0, 0);
    }
    const [ofUser, ofMovie] = [byUser.offsets, byMovie.offsets];
    for (let row = 0; row < height; row++) {
      runs.set(runStart + row, ofUser[row] ?? 0, ofUser[row + 1] ?? 0, ofMovie[row] ?? 0, ofMovie[row + 1] ?? 0);
    }
  }
  return { examples: tf.keep(examples.toTensor()), sorted: tf.keep(sorted.toTensor()), runs: tf.keep(runs.toTensor()) };
}

export function createWebglLookup(users: Int32Array, movies: Int32Array): WebglLookup {
  const examples = createTexelList(users.length);
  for (let i = 0; i < users.length; i++) examples.set(i, users[i] as number, movies[i] as number, 0, 0);
  return { size: users.length, examples: examples.toTensor(), start: 0 };
}
