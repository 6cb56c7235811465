import { BASELINE_NAMES, NETWORK_NAMES } from '../model-name.ts';
import { number, OF_BATCHES, OF_PENALTIES, OF_ROWS, OF_STARS, type Setting } from './setting.ts';

/** A switch that adds an embedding. */
const feature = (label: string, help: string) => ({ kind: 'switch', group: 'features', label, help, ...OF_BATCHES }) as const;

/** Which ratings there are is known to Gibbs sampling too. */
const OF_RATED = { unless: { loss: ['implicit'], optimizer: ['sgd-by-rating', 'als'] } } as const;

/** What the network is. */
export const MODEL_SETTINGS = {
  model: {
    kind: 'choice',
    group: 'model',
    label: 'Model',
    help: 'How the model predicts a rating from a user and a movie.',
    options: [
      { value: 'dot', label: 'Dot product' },
      { value: 'mlp', label: 'MLP' },
      { value: 'hybrid', label: 'Hybrid' },
      { value: 'mean', label: 'Global mean' },
      { value: 'bias', label: 'Bias only' },
      { value: 'popular', label: 'Most popular' },
      { value: 'neighbours', label: 'Item neighbours' },
      { value: 'ease', label: 'EASE' },
    ],
    models: [...NETWORK_NAMES, ...BASELINE_NAMES],
  },
  neighbours: number('model', 'Neighbours', 'A prediction uses at most this many similar movies that the user rated.', 1, 500, {
    unit: 'movies',
    scale: 'log',
    models: ['neighbours'],
  }),
  similarityShrinkage: number(
    'model',
    'Shrinkage',
    'Reduces similarities based on few users. With this many users in common, half remains.',
    1,
    1000,
    { unit: 'users', scale: 'log', zero: true, models: ['neighbours'] },
  ),
  ridge: number(
    'model',
    'Regularisation of the table',
    'Pulls the weights between movies towards zero. Higher values need more users to agree.',
    1,
    10_000,
    { scale: 'log', models: ['ease'] },
  ),
  liked: {
    kind: 'choice',
    group: 'model',
    label: 'Counts as liked',
    help: 'High: from 4 of 5 stars. Above own mean: not below the user’s mean. All: every rating. By stars: above 2 of 5 stars, and higher ratings count more.',
    options: [
      { value: 'high', label: 'High' },
      { value: 'mean', label: 'Above own mean' },
      { value: 'all', label: 'All' },
      { value: 'stars', label: 'By stars' },
    ],
    models: ['dot', 'ease'],
    ...OF_ROWS,
  },
  userFactors: number('model', 'User embedding size', 'How many numbers describe a user.', 1, 256, {
    ofRows: { label: 'Embedding size', help: 'How many numbers describe a user, and a movie.' },
    unit: 'factors',
    scale: 'log',
  }),
  movieFactors: number('model', 'Movie embedding size', 'How many numbers describe a movie.', 1, 256, {
    unit: 'factors',
    scale: 'log',
    ...OF_BATCHES,
  }),
  biases: {
    kind: 'switch',
    group: 'model',
    label: 'Biases',
    help: 'Adds the mean rating, a bias for each user and a bias for each movie.',
    ofPairs: { help: 'Adds a bias for each movie. A bias of the user would not change the order.' },
    ...OF_PENALTIES,
  },
  loss: {
    kind: 'choice',
    group: 'model',
    label: 'Loss',
    help: 'What training minimises: an error in stars, or an error of the ranking.',
    options: [
      { value: 'squared', label: 'Squared' },
      { value: 'absolute', label: 'Absolute' },
      { value: 'huber', label: 'Huber' },
      { value: 'bpr', label: 'BPR (ranking)' },
      { value: 'softmax', label: 'Softmax (ranking)' },
      { value: 'implicit', label: 'iALS (all pairs)', models: ['dot'] },
    ],
  },
  listWeight: {
    ...number('model', 'List weight', 'The share of the list in the loss. The error in stars has the rest.', 0, 1, {
      step: 0.05,
      integer: false,
      when: OF_STARS,
      ...OF_BATCHES,
    }),
    equal: [['userFactors', 'movieFactors']],
  },
  hidden: {
    kind: 'widths',
    group: 'model',
    label: 'Hidden layers',
    help: 'The number of units of each dense layer between the embeddings and the score.',
    min: 1,
    max: 512,
    maxLayers: 5,
    models: ['mlp', 'hybrid'],
  },
  activation: {
    kind: 'choice',
    group: 'model',
    label: 'Activation',
    help: 'The non-linear function after each hidden layer.',
    options: [
      { value: 'relu', label: 'ReLU' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    models: ['mlp', 'hybrid'],
  },
  dropout: number('model', 'Dropout', 'The share of hidden units set to zero at each training step.', 0, 0.9, {
    step: 0.05,
    integer: false,
    models: ['mlp', 'hybrid'],
  }),
  output: {
    kind: 'choice',
    group: 'model',
    label: 'Output',
    help: 'Raw predictions may leave the rating scale. A sigmoid keeps them inside it.',
    options: [
      { value: 'raw', label: 'Raw' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    when: OF_STARS,
    ...OF_BATCHES,
  },
  target: {
    kind: 'choice',
    group: 'model',
    label: 'Target',
    help: 'What is predicted: the stars as they are, or rescaled for easier learning.',
    unless: { optimizer: ['gibbs'] },
    options: [
      { value: 'raw', label: 'Raw stars' },
      { value: 'min-max', label: 'Min–max' },
      { value: 'standardised', label: 'Standardised' },
    ],
    when: OF_STARS,
  },
  ratedSet: {
    ...feature('Rated movies', 'Adds the embeddings of all movies that the user rated, whatever the stars (SVD++).'),
    ...OF_RATED,
  },
  ratedBy: {
    ...feature('Rated by', 'Adds the embeddings of all users who rated the movie, whatever the stars (SVD++ flipped).'),
    ...OF_RATED,
  },
  genres: feature('Genres', 'Adds the embeddings of the movie’s genres. Helps movies with few ratings.'),
  releaseYear: feature('Release year', 'Adds an embedding of the five-year period in which the movie was released.'),
  ratingTime: feature('Rating time', 'Adds a bias for the period of the rating, since ratings change over the years.'),
  userDrift: feature('User drift', 'Adds a bias for each period of a user’s history, since habits change.'),
  demographics: feature('Demographics', 'Adds the embeddings of the user’s age group, gender and occupation.'),
} as const satisfies Readonly<Record<string, Setting>>;
