import { LOG, number, OF_GROUPS, OF_STARS, type Setting } from './setting.ts';

/** How the numbers are nudged. */
export const TRAINING_SETTINGS = {
  loss: {
    kind: 'choice',
    group: 'training',
    label: 'Loss',
    help: 'What is made small: squares chase large errors, absolute errors treat all alike, Huber squares only those below 1; BPR ranks what was liked above what was not rated, softmax above several of those at once.',
    options: [
      { value: 'squared', label: 'Squared' },
      { value: 'absolute', label: 'Absolute' },
      { value: 'huber', label: 'Huber' },
      { value: 'bpr', label: 'BPR (ranking)' },
      { value: 'softmax', label: 'Softmax (ranking)' },
    ],
  },
  negatives: {
    kind: 'choice',
    group: 'training',
    label: 'Negatives',
    help: 'How many movies are drawn beside each that was liked.',
    options: [
      { value: '1', label: '1' },
      { value: '3', label: '3' },
      { value: '7', label: '7' },
    ],
    when: OF_GROUPS,
  },
  negativesBy: {
    kind: 'choice',
    group: 'training',
    label: 'Drawn',
    help: 'Every movie alike, or more often what many have rated, which is harder to tell from what was liked.',
    options: [
      { value: 'uniform', label: 'All alike' },
      { value: 'popularity', label: 'By popularity' },
    ],
    when: OF_GROUPS,
  },
  dislikes: {
    kind: 'switch',
    group: 'training',
    label: 'Known dislikes',
    help: 'Half of the negatives are movies that the user rated below their own mean, where there are any.',
    when: { loss: ['bpr'] },
  },
  optimizer: {
    kind: 'choice',
    group: 'training',
    label: 'Optimizer',
    help: 'Adam adapts the step of every weight; lazy Adam leaves those alone that the batch does not read; SGD takes the plain gradient; Adagrad slows down with all it has seen.',
    options: [
      { value: 'adam', label: 'Adam' },
      { value: 'lazy-adam', label: 'Lazy Adam' },
      { value: 'sgd', label: 'SGD' },
      { value: 'adagrad', label: 'Adagrad' },
    ],
  },
  momentum: number('training', 'Momentum', 'The share of the last step that the next one keeps.', 0, 0.99, {
    step: 0.01,
    integer: false,
    when: { optimizer: ['sgd'] },
  }),
  learningRate: number('training', 'Learning rate', 'The size of each step down the gradient.', 1e-5, 100, LOG),
  schedule: {
    kind: 'choice',
    group: 'training',
    label: 'Schedule',
    help: 'How the learning rate moves: falling by epoch, along a cosine, or up first and then down to nothing.',
    options: [
      { value: 'constant', label: 'Constant' },
      { value: 'exponential', label: 'Exponential' },
      { value: 'cosine', label: 'Cosine' },
      { value: 'one-cycle', label: 'One-cycle' },
    ],
  },
  decay: number('training', 'Decay', 'The exponential schedule multiplies the rate by this after every epoch.', 0.5, 1, {
    step: 0.01,
    integer: false,
    when: { schedule: ['exponential'] },
  }),
  warmup: number('training', 'Warm-up', 'The share of the run in which the rate rises; one-cycle takes a quarter at 0.', 0, 0.5, {
    step: 0.01,
    integer: false,
  }),
  batchSize: number('training', 'Batch size', 'Ratings per step: more is faster, fewer is finer.', 16, 16384, {
    unit: 'ratings',
    scale: 'log',
    ofPairs: { help: 'Pairs per step: more is faster, fewer is finer.', unit: 'pairs' },
  }),
  epochs: number('training', 'Epochs', 'How often every training rating is seen.', 1, 200, {
    scale: 'log',
    ofPairs: { help: 'How often every liked movie is seen, each time beside another that was not rated.' },
  }),
  patience: number(
    'training',
    'Early stopping',
    'Ends after so many epochs without a better validation error; the best is kept.',
    1,
    50,
    {
      unit: 'epochs',
      scale: 'log',
      zero: true,
    },
  ),
  timeBudget: number('training', 'Time budget', 'No epoch is begun after so much work.', 1, 3600, {
    unit: 'seconds',
    scale: 'log',
    zero: true,
  }),
  clip: number('training', 'Gradient clipping', 'Holds every number of a gradient within ± this, against leaps.', 1e-4, 10, {
    ...LOG,
    zero: true,
  }),
  l2: number('training', 'L2 of the factors', 'Pulls the embeddings towards zero, against overfitting.', 1e-6, 1, {
    ...LOG,
    zero: true,
  }),
  biasL2: number('training', 'L2 of the biases', 'Pulls the biases towards zero.', 1e-6, 1, { ...LOG, zero: true }),
  featureL2: number('training', 'L2 of the features', 'Pulls the embeddings of features towards zero.', 1e-7, 1, {
    ...LOG,
    zero: true,
  }),
  listL2: number('training', 'L2 of the list', 'Pulls the embeddings towards zero as far as the list is concerned.', 1e-3, 10, {
    ...LOG,
    zero: true,
    when: OF_STARS,
    above0: ['listWeight'],
  }),
  engine: {
    kind: 'choice',
    group: 'training',
    label: 'Engine',
    help: 'What does the arithmetic. All give the same curves; they differ in speed.',
    options: [
      { value: 'auto', label: 'Automatic' },
      { value: 'webgpu', label: 'WebGPU' },
      { value: 'webgl', label: 'WebGL' },
      { value: 'simd', label: 'SIMD' },
      { value: 'wasm', label: 'tfjs wasm' },
      { value: 'cpu', label: 'tfjs cpu' },
    ],
  },
} as const satisfies Readonly<Record<string, Setting>>;
