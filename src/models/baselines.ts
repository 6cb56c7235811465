import { easeCost } from '../core/ease/cost.ts';
import { keptPerMovie } from '../core/neighbours/similarities.ts';
import type { Baseline, BaselineSizes, LearnedTable } from './model.ts';

const MEAN: LearnedTable = { name: 'Mean rating', how: 'over all training ratings', numbers: 1 };

const withBiases = ({ users, movies }: BaselineSizes): readonly LearnedTable[] => [
  MEAN,
  { name: 'User biases', how: 'how far above the mean each user rates', numbers: users },
  { name: 'Movie biases', how: 'how far above the mean each movie is rated', numbers: movies },
];

export const mean: Baseline = {
  label: 'Global mean',
  purpose: 'Predicts the same for every user and movie. A model no better than this has learned nothing.',
  learns: () => [MEAN],
  formula: () => '\\hat r_{ui} = \\mu',
};

export const bias: Baseline = {
  label: 'Bias only',
  purpose: 'The mean plus a bias for each user and each movie. It knows nothing about individual taste.',
  learns: withBiases,
  formula: () => '\\hat r_{ui} = \\mu + b_u + b_i',
};

export const popular: Baseline = {
  label: 'Most popular',
  purpose: 'The same list for everybody: the most rated movies. As stars it predicts the movie’s shrunk mean.',
  learns: ({ movies }) => [
    MEAN,
    { name: 'Counts', how: 'how often each movie was rated', numbers: movies },
    { name: 'Movie means', how: 'shrunk towards the mean of all ratings', numbers: movies },
  ],
  formula: () => '\\operatorname{score}(i) = n_i, \\qquad \\hat r_{ui} = \\frac{\\sum_{v} r_{vi} + 10\\,\\mu}{n_i + 10}',
};

export const neighbours: Baseline = {
  label: 'Item neighbours',
  purpose: 'Uses the user’s ratings of similar movies. Two movies are similar if the same people like or dislike both.',
  learns: (sizes) => [
    ...withBiases(sizes),
    {
      name: 'Similarities',
      how: `the highest of each movie, at most ${keptPerMovie(sizes.movies)}`,
      numbers: sizes.movies * keptPerMovie(sizes.movies),
      isBound: true,
    },
  ],
  formula: ({ neighbours: k }) =>
    `\\hat r_{ui} = b_{ui} + \\frac{\\sum_{j \\in N_{${k}}(i,u)} s_{ij} \\, (r_{uj} - b_{uj})}{\\sum_{j \\in N_{${k}}(i,u)} s_{ij}}, \\qquad b_{ui} = \\mu + b_u + b_i`,
};

export const ease: Baseline = {
  label: 'EASE',
  purpose: 'Scores movies by what the user liked, with one large table of weights. Its lists are hard to beat.',
  learns: (sizes) => [
    {
      name: 'Weights',
      how: 'of each liked movie for every other movie',
      numbers: sizes.movies ** 2,
      isBound: true,
    },
    ...withBiases(sizes),
  ],
  costs({ movies }) {
    const { bytes, seconds, fits } = easeCost(movies);
    const size = `${movies.toLocaleString('en')} × ${movies.toLocaleString('en')} numbers, ${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;
    const most = `It inverts a table of at most ${size}, in about ${Math.max(1, Math.round(seconds))} s. Movies that nobody liked are left out.`;
    return fits ? most : `${most} That is more than a tab should use: it runs only if enough of them are left out.`;
  },
  formula: () =>
    '\\hat s_{ui} = \\sum_{j \\in S_u} x_{uj} \\, B_{ji}, \\qquad B = I - P \\operatorname{diag}\\!\\left(1 / \\operatorname{diag} P\\right), \\qquad P = \\left(X^\\top X + \\lambda I\\right)^{-1}',
};
