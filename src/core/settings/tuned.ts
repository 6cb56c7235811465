import type { Configuration, EngineChoice, OptimizerChoice } from '../hyperparameters.ts';
import type { ModelName, NetworkName } from '../model-name.ts';
import type { DataSize, TunedSize } from './data-size.ts';

const SHARED = {
  neighbours: 40,
  similarityShrinkage: 100,
  ridge: 100,
  userFactors: 50,
  movieFactors: 50,
  biases: true,
  hidden: [64, 32],
  activation: 'relu',
  output: 'raw',
  target: 'raw',
  loss: 'squared',
  liked: 'high',
  unobserved: 0.12,
  regularisation: 0.0125,
  frequency: 1,
  negatives: '1',
  negativesBy: 'uniform',
  dislikes: false,
  optimizer: 'adam',
  momentum: 0.9,
  biasRate: 1,
  clip: 0,
  schedule: 'exponential',
  warmup: 0,
  batchSize: 1024,
  split: 'random',
  patience: 0,
  timeBudget: 0,
  validationShare: 0.1,
  testShare: 0,
  validationPerUser: 1,
  testPerUser: 0,
  seed: 1,
  engine: 'auto',
  minRatings: 10,
  featureL2: 0.01,
  listWeight: 0,
  listL2: 0.5,
  gravity: 0,
  ratedSet: false,
  ratedBy: false,
  genres: false,
  releaseYear: false,
  ratingTime: false,
  userDrift: false,
  demographics: false,
} as const;

const DOT = { ...SHARED, model: 'dot', dropout: 0, learningRate: 5e-3, decay: 0.85, epochs: 8, l2: 0.06, biasL2: 0.01 } as const;

/** Where every setting starts on small data, by model, with Adam and for stars alone. What does not apply to a baseline is as for the dot product. */
export const DEFAULTS: Readonly<Record<ModelName, Configuration>> = {
  mean: { ...DOT, model: 'mean' },
  bias: { ...DOT, model: 'bias' },
  popular: { ...DOT, model: 'popular' },
  neighbours: { ...DOT, model: 'neighbours' },
  ease: { ...DOT, model: 'ease' },
  dot: DOT,
  mlp: {
    ...SHARED,
    model: 'mlp',
    output: 'sigmoid',
    dropout: 0.2,
    learningRate: 5e-3,
    decay: 0.5,
    epochs: 4,
    l2: 0.1,
    biasL2: 0.02,
    biases: false,
  },
  hybrid: {
    ...SHARED,
    model: 'hybrid',
    dropout: 0.2,
    learningRate: 5e-3,
    decay: 0.5,
    epochs: 4,
    l2: 0.1,
    biasL2: 0.02,
  },
};

/** Steps of other optimizers than Adam are of another size: their rates that did best on the bundled data with the default model. */
export const LEARNING_RATES: Readonly<Record<NetworkName, Partial<Record<OptimizerChoice, number>>>> = {
  dot: { sgd: 5, adagrad: 5 },
  mlp: { sgd: 0.2, adagrad: 0.5 },
  hybrid: { sgd: 0.2, adagrad: 0.5 },
};

/** Scores have no scale to be held within or brought to. */
export const OF_SCORES = { output: 'raw', target: 'raw' } as const;

/** What did well with pairs instead, with Adam on the bundled data (docs/defaults.md). */
export const PAIRWISE: Readonly<Record<NetworkName, Partial<Configuration>>> = {
  dot: { learningRate: 0.01, decay: 0.9, epochs: 20, l2: 0.01, biasL2: 0.001, featureL2: 0.001 },
  mlp: { learningRate: 1e-3, decay: 0.85, epochs: 4, l2: 0.01, biasL2: 0.001, featureL2: 0.001 },
  hybrid: {
    activation: 'sigmoid',
    learningRate: 0.01,
    decay: 0.85,
    dropout: 0.5,
    epochs: 14,
    l2: 0.01,
    biasL2: 0.001,
    featureL2: 0.001,
  },
};

/** Beyond which ratings there are. */
const NO_OTHER_FEATURES = {
  genres: false,
  releaseYear: false,
  ratingTime: false,
  userDrift: false,
  demographics: false,
} as const;

const NO_FEATURES = { ...NO_OTHER_FEATURES, ratedSet: false, ratedBy: false } as const;

/** Rows are solved without what only a gradient needs; both sides have as many factors. */
export const OF_ROWS = { ...NO_FEATURES, biases: false } as const;

/** Single ratings are learned by a plain dot product of as many factors on both sides. */
export const OF_SINGLES = { ...NO_FEATURES, output: 'raw', clip: 0, gravity: 0, listWeight: 0 } as const;

/** Rows are drawn around the mean in units of the ratings' deviation, which their priors start from; of features, from which ratings there are. */
export const OF_SAMPLES = {
  ...NO_OTHER_FEATURES,
  biases: true,
  target: 'standardised',
  output: 'raw',
  clip: 0,
  gravity: 0,
  listWeight: 0,
  patience: 0,
} as const;

/** What did well with rows that are solved, or drawn (docs/defaults.md). */
export const BY_ROW: Readonly<Record<'als' | 'gibbs', Readonly<Record<TunedSize, Partial<Configuration>>>>> = {
  als: {
    small: { epochs: 8, l2: 0.12, biasL2: 0.1 },
    large: { epochs: 5, l2: 0.08, biasL2: 0.05 },
  },
  gibbs: {
    small: { userFactors: 20, movieFactors: 20, epochs: 60 },
    large: { userFactors: 32, movieFactors: 32, epochs: 80 },
  },
};

/** What did well with single ratings (docs/defaults.md). */
export const BY_RATING: Readonly<Record<TunedSize, Partial<Configuration>>> = {
  small: { learningRate: 0.04, decay: 0.93, epochs: 20, l2: 0.08, biasL2: 0.03, biasRate: 0.2 },
  large: { learningRate: 0.04, decay: 0.87, epochs: 14, l2: 0.06, biasL2: 0.02, biasRate: 0.3 },
};

/** What did well with iALS (docs/defaults.md). */
export const IMPLICIT: Readonly<Record<TunedSize, Partial<Configuration>>> = {
  small: { liked: 'stars', userFactors: 128, movieFactors: 128, epochs: 12 },
  large: { liked: 'stars', userFactors: 128, movieFactors: 128, epochs: 12, unobserved: 0.25, regularisation: 0.01 },
};

/** How much the list counts beside the stars where both are learned: a million ratings have more to lose of the stars. */
export const LIST_WEIGHT: Readonly<Record<DataSize, number>> = {
  'under-200': 0.3,
  'under-600': 0.3,
  'under-2500': 0.5,
  'under-10k': 0.5,
  'under-50k': 0.8,
  small: 0.8,
  large: 0.7,
};

/** Engines that learn lists, or find one that does; the others start with stars alone. */
export const LISTING_ENGINES: readonly EngineChoice[] = ['auto', 'simd'];

/** What did well with a list beside the stars, with Adam (docs/defaults.md). */
export const LISTED: Readonly<Record<TunedSize, Readonly<Record<NetworkName, Partial<Configuration>>>>> = {
  small: {
    dot: { learningRate: 0.01, decay: 0.8, epochs: 8 },
    mlp: { learningRate: 0.01, decay: 0.8, epochs: 6 },
    hybrid: { learningRate: 0.01, decay: 0.8, epochs: 6 },
  },
  large: {
    dot: { learningRate: 0.01, decay: 0.7, epochs: 5, listL2: 0.3 },
    mlp: { learningRate: 0.01, decay: 0.8, epochs: 4, listL2: 0.3 },
    hybrid: { learningRate: 0.01, decay: 0.8, epochs: 4, listL2: 0.3 },
  },
};

/** With a list beside the stars plain gradients have to take smaller steps, or larger ones where layers share them. */
export const LISTED_RATES: typeof LEARNING_RATES = {
  dot: { sgd: 2, adagrad: 5 },
  mlp: { sgd: 1, adagrad: 0.5 },
  hybrid: { sgd: 1, adagrad: 0.5 },
};

/** What does better from half a million ratings on (docs/defaults.md): larger batches, fewer epochs, less to hold back. */
export const LARGE: Readonly<Record<NetworkName, Partial<Configuration>>> = {
  dot: { batchSize: 2048, epochs: 6, l2: 0.05, biasL2: 0.005 },
  mlp: { batchSize: 2048, epochs: 7, learningRate: 3e-3, decay: 0.8, dropout: 0.1, l2: 0.02 },
  hybrid: { batchSize: 2048, epochs: 4, learningRate: 3e-3, decay: 0.8, dropout: 0.1, l2: 0.05, biasL2: 0.005 },
};

/** More people to agree. */
export const LARGE_EASE = { ridge: 500 } as const;

/** What a model starts with on fewer ratings, beside what it starts with on `small` data (docs/defaults.md). */
interface Fewer {
  /** So that an epoch keeps some dozens of steps. */
  readonly batchSize: number;
  /** So many times the epochs, with the same fall of the learning rate over all of them. */
  readonly timesEpochs: number;
  /** Of movies that everybody rated none has so many ratings as on MovieLens. */
  readonly minRatings: number;
  /** Movies that all have about as many ratings would be held back by the list, and the stars with them. */
  readonly listL2: number;
}

export const FEWER: Readonly<Partial<Record<DataSize, Fewer>>> = {
  'under-50k': { batchSize: 256, timesEpochs: 1, minRatings: 5, listL2: 0.5 },
  'under-10k': { batchSize: 64, timesEpochs: 1, minRatings: 3, listL2: 0.3 },
  'under-2500': { batchSize: 16, timesEpochs: 1, minRatings: 2, listL2: 0.3 },
  'under-600': { batchSize: 16, timesEpochs: 2, minRatings: 1, listL2: 0.5 },
  'under-200': { batchSize: 16, timesEpochs: 8, minRatings: 1, listL2: 0.5 },
};

/** Fewer ratings of a user and of a movie say less of their factors, which the error alone is learned from. */
export const FEWER_STARS: Readonly<Record<NetworkName, Partial<Configuration>>> = { dot: { l2: 0.15 }, mlp: {}, hybrid: {} };
