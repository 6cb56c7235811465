import { easeCost } from '../core/ease/cost.ts';
import { keptPerMovie } from '../core/neighbours/similarities.ts';
import type { Baseline, BaselineSizes, LearnedTable } from './model.ts';

const MEAN: LearnedTable = { name: 'Mean rating', how: 'over all training ratings', numbers: 1 };

const withBiases = ({ users, movies }: BaselineSizes): readonly LearnedTable[] => [
  MEAN,
  { name: 'User biases', how: 'how generous each user is', numbers: users },
  { name: 'Movie biases', how: 'how well each movie is liked', numbers: movies },
];

export const mean: Baseline = {
  label: 'Global mean',
  purpose: 'Says the same for every user and every movie. What is not better has learned nothing.',
  learns: () => [MEAN],
  formula: () => '\\hat r_{ui} = \\mu',
};

export const bias: Baseline = {
  label: 'Bias only',
  purpose: 'How generous the user is and how well the movie is liked; nothing of who likes what.',
  learns: withBiases,
  formula: () => '\\hat r_{ui} = \\mu + b_u + b_i',
};

export const popular: Baseline = {
  label: 'Most popular',
  purpose:
    'The same list for everybody: the movies rated most often. As a rating it predicts the movie’s mean, shrunk to that of all.',
  learns: ({ movies }) => [
    MEAN,
    { name: 'Counts', how: 'how often each movie was rated', numbers: movies },
    { name: 'Movie means', how: 'shrunk to the mean of all', numbers: movies },
  ],
  formula: () => '\\operatorname{score}(i) = n_i, \\qquad \\hat r_{ui} = \\frac{\\sum_{v} r_{vi} + 10\\,\\mu}{n_i + 10}',
};

export const neighbours: Baseline = {
  label: 'Item neighbours',
  purpose: 'Goes by the movies most like it that the user has rated; alike is what the same people love and hate.',
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
  purpose:
    'What somebody liked speaks for every other movie, by one large table that is worked out in one go. Hard to beat by lists.',
  learns: (sizes) => [
    {
      name: 'Weights',
      how: 'of each liked movie for each other one',
      numbers: sizes.movies ** 2,
      isBound: true,
    },
    ...withBiases(sizes),
  ],
  costs({ movies }) {
    const { bytes, seconds, fits } = easeCost(movies);
    const size = `${movies.toLocaleString('en')} × ${movies.toLocaleString('en')} numbers, ${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;
    const most = `At most it inverts a table of ${size}, in about ${Math.max(1, Math.round(seconds))} s; movies that nobody liked drop out.`;
    return fits ? most : `${most} That is more than a tab should take: it runs only where enough of them drop out.`;
  },
  formula: () =>
    '\\hat s_{ui} = \\sum_{j \\in S_u} x_{uj} \\, B_{ji}, \\qquad B = I - P \\operatorname{diag}\\!\\left(1 / \\operatorname{diag} P\\right), \\qquad P = \\left(X^\\top X + \\lambda I\\right)^{-1}',
};
