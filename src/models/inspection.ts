import type { OptimizerChoice } from '../core/hyperparameters.ts';
import type { Entity, Node } from './graph.ts';

/** What a node yields for one pair, and how that pair's squared error answers to it. */
export interface LayerView {
  readonly node: Node;
  readonly values: Float64Array; // (width)
  /** ∂(prediction − target)² / ∂value. */
  readonly errors: Float64Array; // (width)
}

/** One user and one movie on their way through a model, without dropout; everything in target units. */
export interface PairView {
  /** In the order of the graph; the last one is the prediction. */
  readonly layers: readonly LayerView[];
  readonly prediction: number;
  readonly target: number;
}

/** A number of an optimizer's memory before and after a step, for each number of a row. */
export interface MomentStep {
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/** What one step did to one row of an embedding. */
export interface RowStep {
  /** The embedding's name. */
  readonly table: string;
  readonly of: Entity;
  readonly l2: number;
  /** The examples of the batch that read the row, each with its part of the gradient: share of the stars · ∂loss / ∂row, without L2. */
  readonly readers: readonly { readonly position: number; readonly part: Float64Array }[];
  readonly before: Float32Array; // (width)
  readonly after: Float32Array; // (width)
  /** What a list task adds to the gradient, its own L2 included; null where it does not look at the row. */
  readonly list: Float64Array | null; // (width)
  /**
   * Of the step's loss by this row, computed in double precision: the parts of the readers, share of the stars · 2 · l2 · readers / batch · row,
   * and that of the list.
   */
  readonly gradient: Float64Array; // (width)
  /** Null where the optimizer keeps none. */
  readonly first: MomentStep | null;
  readonly second: MomentStep | null;
}

/** An example of the batch that shares the pair's user or movie, as it was predicted in that step. */
export interface StepExample {
  /** In the examples that are trained on. */
  readonly position: number;
  /** In target units, with the step's dropout. */
  readonly prediction: number;
  readonly target: number;
}

/** What a list task looked at in a step. */
export interface StepList {
  /** What it counts; the stars count the rest of 1. */
  readonly weight: number;
  readonly users: number;
  readonly movies: number;
  /** Whether the pair's user is among them. */
  readonly hasUser: boolean;
}

/** One training step as seen from one pair. */
export interface StepView {
  readonly optimizer: OptimizerChoice;
  readonly learningRate: number;
  /** Steps taken, this one included: the optimizer's t. */
  readonly steps: number;
  /** Examples in the batch. */
  readonly batch: number;
  readonly examples: readonly StepExample[];
  /** Null where stars are all that is learned. */
  readonly list: StepList | null;
  /** The rows of the pair's user and movie in every embedding. */
  readonly rows: readonly RowStep[];
}

/** How numbers are spread. */
export interface Distribution {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly deviation: number;
  /** √ of the sum of squares. */
  readonly norm: number;
  /** How many are in each of equal stretches from the least to the most; none where there are no numbers. */
  readonly bins: readonly number[];
}

/** One table of trained numbers. */
export interface TableStatistics {
  /** Of the parameter, such as `user_factors/embeddings`. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly weights: Distribution;
  /** Of the rows with a gradient. */
  readonly gradient: Distribution;
  readonly rowsRead: number;
}
