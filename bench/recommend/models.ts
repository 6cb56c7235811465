import type { Overrides } from '../../src/core/hyperparameters.ts';

/** Every way to a list that the page offers: each model, and of networks each loss and optimizer that is a computation of its own. */
export const MODELS = {
  'dot, stars and list': {},
  'dot, stars': { listWeight: 0 },
  'dot, list': { listWeight: 1 },
  'dot, features': { listWeight: 0, genres: true, releaseYear: true, ratedSet: true, ratingTime: true, userDrift: true },
  'dot, one rating at a time': { optimizer: 'sgd-by-rating', listWeight: 0 },
  'dot, BPR': { loss: 'bpr' },
  'dot, softmax': { loss: 'softmax' },
  iALS: { loss: 'implicit' },
  'ALS-WR': { optimizer: 'als', listWeight: 0 },
  'Gibbs sampling': { optimizer: 'gibbs', listWeight: 0, ratedSet: true, ratedBy: true },
  'MLP, stars and list': { model: 'mlp' },
  'MLP, stars': { model: 'mlp', listWeight: 0 },
  'MLP, BPR': { model: 'mlp', loss: 'bpr' },
  'hybrid, stars and list': { model: 'hybrid' },
  'hybrid, stars': { model: 'hybrid', listWeight: 0 },
  EASE: { model: 'ease' },
  'item neighbours': { model: 'neighbours' },
  'bias only': { model: 'bias' },
  'most popular': { model: 'popular' },
  'global mean': { model: 'mean' },
} as const satisfies Readonly<Record<string, Overrides>>;

export type ModelTitle = keyof typeof MODELS;

/** So that a model takes a second or less: whether lists are right does not depend on how good they are. */
export const SMALL: Overrides = { epochs: 2, userFactors: 8, movieFactors: 8, hidden: [8, 4] };
