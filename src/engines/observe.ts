import type { Trainer } from './trainer.ts';

/** The last step that a trainer took: batch `index` of the epoch's order, with this learning rate. */
export interface StepRecord {
  readonly index: number;
  readonly learningRate: number;
  /** Positions in the examples. Not a copy: as it is until the next epoch begins. */
  readonly order: Int32Array;
  /** Of a list task, in the order of the epoch; undefined where they were not given. Not a copy either. */
  readonly listUsers: Int32Array | undefined;
}

/** The batch that comes after the last step, or first in the epoch that has begun; at the end of an epoch there is none of that index. */
export type ComingBatch = Pick<StepRecord, 'index' | 'order'>;

/** A trainer that remembers what it did last. */
export interface ObservedTrainer extends Trainer {
  /** Null before the first epoch. */
  readonly next: ComingBatch | null;
  /** Null before the first step. */
  readonly last: StepRecord | null;
  /** Goes up with everything that changes the weights. */
  readonly version: number;
}

/** The same trainer, observed. Nothing it computes is different. */
export function observe(trainer: Trainer): ObservedTrainer {
  let order: Int32Array = new Int32Array();
  let listUsers: Int32Array | undefined;
  let last: StepRecord | null = null;
  let next: ComingBatch | null = null;
  let version = 0;
  return {
    ...trainer,
    get next() {
      return next;
    },
    get last() {
      return last;
    },
    get version() {
      return version;
    },
    beginEpoch(drawn, movies, users) {
      trainer.beginEpoch(drawn, movies, users);
      order = drawn;
      listUsers = users;
      next = { index: 0, order };
    },
    step(index, learningRate) {
      trainer.step(index, learningRate);
      last = { index, learningRate, order, listUsers };
      next = { index: index + 1, order };
      version++;
    },
    writeWeights(weights) {
      trainer.writeWeights(weights);
      version++;
    },
    writeState(state) {
      trainer.writeState(state);
      version++;
    },
  };
}
