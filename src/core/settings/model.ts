import { BASELINE_NAMES, NETWORK_NAMES } from '../model-name.ts';
import { number, OF_ROWS, OF_STARS, OF_STEPS, type Setting } from './setting.ts';

/** A switch that adds an embedding. */
const feature = (label: string, help: string) => ({ kind: 'switch', group: 'features', label, help, ...OF_STEPS }) as const;

/** What the network is. */
export const MODEL_SETTINGS = {
  model: {
    kind: 'choice',
    group: 'model',
    label: 'Model',
    help: 'How a user and a movie become a rating.',
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
  neighbours: number('model', 'Neighbours', 'How many similar movies of the user a prediction goes by at most.', 1, 500, {
    unit: 'movies',
    scale: 'log',
    models: ['neighbours'],
  }),
  similarityShrinkage: number(
    'model',
    'Shrinkage',
    'Movies that were rated by so many users in common keep half of their similarity; fewer, less.',
    1,
    1000,
    { unit: 'users', scale: 'log', zero: true, models: ['neighbours'] },
  ),
  ridge: number(
    'model',
    'Regularisation of the table',
    'Pulls the weights between movies towards zero: the higher, the more people have to agree.',
    1,
    10_000,
    { scale: 'log', models: ['ease'] },
  ),
  liked: {
    kind: 'choice',
    group: 'model',
    label: 'Liked',
    help: 'Which ratings count as liked: from 4 of 5 stars on, those not below the user’s own mean, all alike, or from 2 of 5 stars on, the more the higher.',
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
    unit: 'factors',
    scale: 'log',
  }),
  movieFactors: number('model', 'Movie embedding size', 'How many numbers describe a movie.', 1, 256, {
    unit: 'factors',
    scale: 'log',
    ...OF_STEPS,
  }),
  biases: {
    kind: 'switch',
    group: 'model',
    label: 'Biases',
    help: 'Adds the mean, how generous the user is and how well the movie is liked.',
    ofPairs: { help: 'Adds how well the movie is liked; what a user adds to all movies alike does not rank them.' },
    ...OF_STEPS,
  },
  loss: {
    kind: 'choice',
    group: 'model',
    label: 'Loss',
    help: 'What is made small: an error in stars, or that of a ranking.',
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
    ...number(
      'model',
      'From error to list',
      'How much it counts which movies somebody likes among all, beside the stars they give.',
      0,
      1,
      { step: 0.05, integer: false, when: OF_STARS },
    ),
    equal: [['userFactors', 'movieFactors']],
  },
  hidden: {
    kind: 'widths',
    group: 'model',
    label: 'Hidden layers',
    help: 'The dense layers from the embeddings to the score, by their number of units.',
    min: 1,
    max: 512,
    maxLayers: 5,
    models: ['mlp', 'hybrid'],
  },
  activation: {
    kind: 'choice',
    group: 'model',
    label: 'Activation',
    help: 'The bend after each hidden layer.',
    options: [
      { value: 'relu', label: 'ReLU' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    models: ['mlp', 'hybrid'],
  },
  dropout: number('model', 'Dropout', 'The share of hidden units silenced at each training step.', 0, 0.9, {
    step: 0.05,
    integer: false,
    models: ['mlp', 'hybrid'],
  }),
  output: {
    kind: 'choice',
    group: 'model',
    label: 'Output',
    help: 'Raw may leave the rating scale; a sigmoid keeps predictions inside it.',
    options: [
      { value: 'raw', label: 'Raw' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    when: OF_STARS,
  },
  target: {
    kind: 'choice',
    group: 'model',
    label: 'Target',
    help: 'What is predicted: the stars as they are, or rescaled for easier learning.',
    options: [
      { value: 'raw', label: 'Raw stars' },
      { value: 'min-max', label: 'Min–max' },
      { value: 'standardised', label: 'Standardised' },
    ],
    when: OF_STARS,
  },
  ratedSet: feature(
    'Rated movies',
    'Adds to each user the embeddings of all movies they rated, whatever the stars: what one watches tells.',
  ),
  genres: feature('Genres', 'Adds to each movie the embeddings of its genres: helps where it has few ratings.'),
  releaseYear: feature('Release year', 'Adds to each movie an embedding of its five years of release.'),
  ratingTime: feature('Rating time', 'Adds a bias for when the rating was given: tastes and scales drift over the years.'),
  userDrift: feature('User drift', 'Adds a bias for each stretch of a user’s own time: moods and habits change.'),
  demographics: feature('Demographics', 'Adds to each user the embeddings of their age group, gender and occupation.'),
} as const satisfies Readonly<Record<string, Setting>>;
