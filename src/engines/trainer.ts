import type { EngineName } from '../core/hyperparameters.ts';
import type { ImplicitRule } from '../core/implicit.ts';
import type { ListTask } from '../core/list-task.ts';
import type { Lists } from '../core/lists.ts';
import type { Groups, LossName } from '../core/loss.ts';
import type { Periods } from '../core/periods.ts';
import type { Column, Graph, Weights } from '../models/graph.ts';

export type OptimizerName = 'adam' | 'lazy-adam' | 'sgd' | 'sgd-by-rating' | 'adagrad' | 'gibbs' | 'als';

/** How gradients become steps. */
export interface UpdateRule {
  readonly optimizer: OptimizerName;
  /** Of SGD: the share of the last step that the next one keeps, 0 ≤ μ < 1. The others take no notice. */
  readonly momentum: number;
  /** Every number of a gradient is held within ± this before the optimizer sees it (Keras' `clipvalue`); 0 leaves it alone. */
  readonly clip: number;
  /** Of `sgd-by-rating`: the biases' learning rate, in parts of that of the factors; 1 where absent. */
  readonly biasRate?: number;
}

/** Dense indices of what is to be predicted, all columns of equal length. */
export interface Pairs {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  /** May be absent where the graph does not look at the time. */
  readonly when?: Periods | undefined;
}

/** What is trained on: pairs and targets in target units. */
export interface Examples extends Pairs {
  readonly targets: Float32Array;
  /** Of many that nobody holds: whoever asks for a whole column has it made. */
  readonly inPieces?: ExamplePieces;
}

/** Examples a few at a time, so that they need not all be in memory. */
export interface ExamplePieces {
  /** Of all pieces together. */
  readonly count: number;
  /** In their order; again with each call. A piece is good until the next is asked for. */
  pieces(): Iterable<Examples>;
}

/** The indices of one column; a RangeError where they are needed and absent. */
export function columnOf({ users, movies, when }: Pairs, column: Column): Int32Array {
  if (column === 'user') return users;
  if (column === 'movie') return movies;
  if (!when) throw new RangeError('This model needs to know when the ratings were given');
  return column === 'period' ? when.periods : when.userPeriods;
}

export interface TrainerOptions extends UpdateRule {
  readonly graph: Graph;
  readonly weights: Weights;
  readonly examples: Examples;
  /** What the graph's bags add up; those that it does not read may be absent. */
  readonly lists?: Lists;
  /** `squared` where absent. */
  readonly loss?: LossName;
  /** With the loss `implicit`, and with it alone. */
  readonly implicit?: ImplicitRule | undefined;
  /** Of a group loss; pairs where absent. */
  readonly groups?: Groups | undefined;
  /** Where the graph has a second head (`list`): what that learns, beside the ratings. A RangeError where only one of the two is there. */
  readonly listTask?: ListTask | undefined;
  /** The largest batch that will be trained; the last batch of an epoch may be smaller. Pairs are never cut apart. */
  readonly batchSize: number;
  /** Drives dropout and the movies that a list task draws; order and initial weights are given from outside. */
  readonly seed: number;
}

/**
 * All that the steps to come depend on, beside the options, the order of the epoch and the learning rate. Moments are by parameter
 * name like the weights, row-major and of the same lengths; those that the optimizer does not keep are empty (`keptMoments`).
 */
export interface TrainerState {
  readonly weights: Weights;
  readonly first: Weights;
  readonly second: Weights;
  /** Made so far: Adam's t, and the step of the dropout masks. */
  readonly steps: number;
}

/** A state whose moments come in pieces: each good until the next is asked for, all of them until the next step. */
export interface StateInPieces extends Pick<TrainerState, 'weights' | 'steps'> {
  readonly moments: Iterable<MomentInPieces>;
}

export interface MomentInPieces {
  readonly moment: 'first' | 'second';
  readonly parameter: string;
  readonly pieces: Iterable<Float32Array>;
}

export interface TakenLoss {
  readonly total: number;
  readonly examples: number;
  /** Of a list task: the sum of −ln softmax of the liked ones, unweighted, and how many they were. */
  readonly list?: { readonly total: number; readonly examples: number };
}

/** Standard deviations: of what the samples predict, and of single ratings around that. */
export interface Doubt {
  readonly spread: Float32Array; // (n)
  readonly noise: number;
}

/**
 * Trains one model with one engine. The loss is the mean over the batch of `loss` plus each embedding's and bag's L2
 * term; what is reported is the squared error alone, whatever the loss, but with `bpr` that loss (see core/loss.ts).
 *
 * `adam` is Keras' arithmetic: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − lr · √(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε) with
 * β₁ = 0.9, β₂ = 0.999, ε = 1e-7 over whole tables. `lazy-adam` does the same to the embeddings' rows of the batch alone, with
 * t counting all steps; bags, like dense layers, are updated whole. `sgd` is m ← μm − lr · g, w ← w + m over whole tables; with no momentum,
 * w ← w − lr · g. `adagrad` is v ← v + g², w ← w − lr · g / √(v + ε) with v = 0.1 at first and ε = 1e-7. g is the gradient of the
 * batch, its L2 term included, summed over all examples that read the number, and then clipped.
 *
 * `sgd-by-rating` has no batches: it takes one rating after the other in the order of `ratingGrid`, and moves the rows of its user and movie by
 * w ← w + lr · (e · other − λ w), with e = target − prediction: half the gradient of that rating's squared error and L2 terms, as Funk,
 * Koren and Surprise have it. It is of a plain dot product (`factorTables`) and the loss `squared`; gradients are not clipped.
 *
 * `als` solves the rows of all users, each given the movies, and then those of the movies (Zhou et al. 2008): Σ (e² + λ‖p‖² + λ‖q‖²) over the
 * ratings falls with every row. `gibbs` draws each row from the normal distribution of which that is the middle, as the ratings leave it open,
 * with priors that are drawn before each side (Salakhutdinov and Mnih 2008). The weights are then the mean of the samples since the burn-in,
 * the first moments the last sample, and the second moments the mean of its squares. An epoch is a sweep; both are of `rowSides` and the loss
 * `squared`.
 */
export interface Trainer {
  readonly engine: EngineName;

  /** Where the steps of an epoch are not batches of its examples: how many there are. The order of an epoch is not looked at then. */
  readonly stepsPerEpoch?: number;

  /**
   * Sets the order of the coming epoch: positions in the examples, cut into batches of `batchSize`. It has to stay as it is until the
   * next epoch begins. Throws a RangeError for a position outside the examples.
   *
   * @param movies from now on those of the examples, (examples): the pairs of a `bpr` epoch are drawn anew. A RangeError where they
   *   do not fit, or where an engine cannot (see `EngineCandidate.featuresAndLosses`)
   * @param users of the list task, in the order in which the epoch's steps take them, an equal share each; those who liked something
   *   where absent
   */
  beginEpoch(order: Int32Array, movies?: Int32Array, users?: Int32Array): void;

  /** Trains batch `index` (0-based) of the epoch that was begun, with the learning rate as given. */
  step(index: number, learningRate: number): void;

  /**
   * The sum of squared errors, in target units squared (`reportedSum`; 0 where the list is all that is learned), and the number of examples since the last call in this epoch. It does
   * not matter for their sum over the epoch when the parts are taken: they are multiples of 2⁻²⁸.
   */
  takeLoss(): Promise<TakenLoss>;

  /** Predictions in target units, (n), without dropout. Throws a RangeError for an index outside its table. */
  predict(users: Int32Array, movies: Int32Array, when?: Periods): Promise<Float32Array>;

  /**
   * Predictions of every movie for each of the users given, (users, movies) row-major, without dropout.
   *
   * @param when of each user: as if all movies were rated then
   */
  score(users: Int32Array, when?: Periods): Promise<Float32Array>;

  /** The same of the second head, where the graph has one: scores that only rank. */
  rank?(users: Int32Array): Promise<Float32Array>;

  /** Of a sampler, after a sweep: what its last sample alone predicts, in target units, (n). */
  predictSample?(users: Int32Array, movies: Int32Array): Promise<Float32Array>;

  /** Of a sampler: how sure it is of its predictions, in target units; null before two samples are averaged, which alone differ. */
  doubt?(users: Int32Array, movies: Int32Array): Promise<Doubt | null>;

  /** A copy of the weights as they are now. */
  readWeights(): Promise<Weights>;

  /** Replaces the weights and forgets the optimizer's moments. */
  writeWeights(weights: Weights): void;

  /**
   * A copy of the weights, the moments and the count of steps. A trainer of the same engine, created with the same options, that is given a state read between two epochs (after the last step of one and before `beginEpoch` of the
   * next) goes on with the same bits. Read within an epoch, or on another engine, it goes on within rounding.
   */
  readState(): Promise<TrainerState>;

  /** The same between two epochs, of a state too large for a copy of it all. */
  readStateInPieces?(): Promise<StateInPieces>;

  /** Goes on from a state. Throws a RangeError where it does not fit the graph and the optimizer; nothing has changed then. */
  writeState(state: TrainerState): void;

  /** Where the number of its threads can be chosen. */
  readonly threads?: TrainerThreads;

  /** Frees everything; the trainer is of no use afterwards. */
  dispose(): void;
}

/** The threads of a trainer. Its results are the same on any number of them. */
export interface TrainerThreads {
  /** How many there are. */
  readonly most: number;
  readonly used: number;
  /** Works with so many from now on. */
  use(threads: number): void;
}

export type CreateTrainer = (options: TrainerOptions) => Promise<Trainer>;

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

export const ADAGRAD = { start: 0.1, epsilon: 1e-7 } as const;
