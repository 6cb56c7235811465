import * as tf from '@tensorflow/tfjs';
import { type Grouped, groupPositions } from '../../core/grouping.ts';
import { pick } from '../../core/pick.ts';
import type { Column, Entity } from '../../models/graph.ts';
import type { Examples } from '../trainer.ts';
import type { EpochBatches, Heights, Lookup } from './device.ts';

/** What batches on a GPU are looked up by; a RangeError for anything else. */
export function entityOf(column: Column): Entity {
  if (column === 'user' || column === 'movie') return column;
  throw new RangeError(`Nothing is looked up by ${column} on a GPU here`);
}

/** A batch of an epoch, with its positions sorted by the rows of each table. */
export interface SortedBatch {
  /** Which batch of its stretch of the order, and where in it that begins. */
  readonly number: number;
  readonly start: number;
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly targets: Float32Array;
  readonly byUser: Grouped;
  readonly byMovie: Grouped;
}

export function* sortBatches(
  { users, movies, targets }: Examples,
  order: Int32Array,
  batchSize: number,
  heights: Heights,
): Generator<SortedBatch> {
  for (let number = 0, start = 0; start < order.length; number++, start += batchSize) {
    const positions = order.subarray(start, start + batchSize);
    const user = pick(users, positions);
    const movie = pick(movies, positions);
    yield {
      number,
      start,
      users: user,
      movies: movie,
      targets: pick(targets, positions),
      byUser: groupPositions(user, heights.user),
      byMovie: groupPositions(movie, heights.movie),
    };
  }
}

/** Where a batch lies in what was uploaded. */
export interface Place {
  readonly number: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Batches that are uploaded many at once: mostly an epoch. `upload` gets a stretch of the order, at most `atOnce` batches of
 * it; `batchOf` finds one of them in what it gave back, which is freed when another stretch is uploaded.
 */
export function createUploadedBatches<Uploaded extends Readonly<Record<string, tf.Tensor>>, B extends Lookup>(
  batchSize: number,
  atOnce: number,
  upload: (order: Int32Array) => Uploaded,
  batchOf: (uploaded: Uploaded, place: Place) => B,
): EpochBatches<B> {
  let order = new Int32Array();
  let first = 0;
  let uploaded: Uploaded | undefined;

  function forget(): void {
    if (uploaded) tf.dispose(uploaded);
    uploaded = undefined;
  }

  function uploadFrom(batch: number): Uploaded {
    forget();
    first = batch;
    const fresh = upload(order.subarray(first * batchSize, (first + atOnce) * batchSize));
    for (const tensor of Object.values(fresh)) tf.keep(tensor);
    return fresh;
  }

  return {
    begin(next, movies) {
      if (movies) throw new RangeError('Examples on a GPU stay as they are here');
      forget();
      order = Int32Array.from(next);
    },
    at(index) {
      if (!uploaded || index < first || index >= first + atOnce) uploaded = uploadFrom(Math.floor(index / atOnce) * atOnce);
      const number = index - first;
      const size = Math.min(batchSize, order.length - index * batchSize);
      return batchOf(uploaded, { number, start: number * batchSize, size });
    },
    dispose: forget,
  };
}
