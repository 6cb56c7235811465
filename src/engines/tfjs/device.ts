import type * as tf from '@tensorflow/tfjs';
import type { RowLists } from '../../core/lists.ts';
import type { BagNode, Column, Entity } from '../../models/graph.ts';
import type { ParameterValues } from '../moments.ts';
import type { StepRule } from '../step-rule.ts';
import type { Examples, Pairs, UpdateRule } from '../trainer.ts';
import type { LayerOperations } from './layer-operations.ts';

/** Pairs to look up, kept where one backend computes; what it holds is the backend's own affair. */
export interface Lookup {
  readonly size: number;
}

/** The trained numbers of one embedding or bag, (rows, columns), with their moments. `B` is a lookup with targets, to train on. */
export interface Table<L extends Lookup, B extends L> {
  /** Replaces the numbers and their moments; a moment that is empty starts anew. */
  load(values: ParameterValues): void;
  /** The weights alone. */
  read(): Promise<Float32Array>;
  /** A copy of everything that `load` takes. */
  readValues(): Promise<ParameterValues>;
  /** The rows that are looked up, (size, columns). */
  gather(lookup: L): tf.Tensor2D;
  /**
   * One step of the optimizer over the whole table. `gradient` is that of the gathered rows, (batch, columns); to the sum over
   * a row's occurrences comes that of the L2 term, 2 · l2 / batch · occurrences · row, and then it is clipped.
   */
  update(gradient: tf.Tensor, batch: B, l2: number, step: StepRule): void;
  dispose(): void;
}

/** Trains one variable of a tf.layers model, which goes on owning it. */
export interface VariableOptimizer {
  /** `gradient` has the variable's shape and is not yet clipped. */
  update(gradient: tf.Tensor, step: StepRule): void;
  /** Replaces the variable's numbers and their moments; a moment that is empty starts anew. */
  load(values: ParameterValues): void;
  /** A copy of everything that `load` takes. */
  readValues(): Promise<ParameterValues>;
  dispose(): void;
}

/** The batches of one epoch after the other. */
export interface EpochBatches<B extends Lookup> {
  /** `order` lists positions in the examples; it is cut into batches. `movies` replace those of the examples from now on. */
  begin(order: Int32Array, movies?: Int32Array): void;
  /** Batch `index` of the epoch that was begun; valid until the next call. */
  at(index: number): B;
  dispose(): void;
}

/** Heights of the tables by what they are looked up with; 0 where there are none. */
export type Heights = Readonly<Record<Entity, number>>;

/** What a training step needs of a backend beyond the tf.layers model: everything whose size grows with the data. */
export interface Device<L extends Lookup, B extends L> extends Omit<LayerOperations, 'drawMask'> {
  createTable(rows: number, columns: number, of: Column, rule: UpdateRule): Table<L, B>;
  /** A table whose `gather` adds up the rows of each list, and whose gradient is that of the sums. Absent where it cannot. */
  createBag?(node: BagNode, lists: RowLists, rule: UpdateRule): Table<L, B>;
  createVariableOptimizer(variable: tf.Variable, rule: UpdateRule): VariableOptimizer;
  createEpochBatches(examples: Examples, batchSize: number, heights: Heights): EpochBatches<B>;
  /** Lives as long as the tensors of the `tf.tidy` around. */
  createLookup(pairs: Pairs): L;
  /** As `fillDropoutMask` draws it, row-major. */
  dropoutMask(key: number, rate: number, shape: readonly [number, number]): tf.Tensor2D;
  /** Adds what is reported of the predictions, (batch, 1), their squared errors, to a sum that stays with the backend. */
  addLoss(predictions: tf.Tensor2D, batch: B): void;
  /** What was added since the last call, or since `resetLoss`. */
  takeLoss(): Promise<number>;
  resetLoss(): void;
  /** Gradient of the mean loss with respect to the predictions, (batch, 1): of the squared error 2 · (prediction − target) / batch. */
  errorGradient(predictions: tf.Tensor2D, batch: B): tf.Tensor2D;
  dispose(): void;
}
