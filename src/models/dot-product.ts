import { dotTerm, predictions } from './formula.ts';
import type { Network } from './model.ts';
import { dotPart, sumOfParts } from './parts.ts';

/**
 * Matrix factorisation: the rating is the dot product of the user's and the movie's factors, with biases around the mean
 * (Koren, Bell and Volinsky 2009, "Matrix Factorization Techniques for Recommender Systems", equation 4).
 */
export const dotProduct: Network = {
  label: 'Dot product',
  purpose: 'Each user and each movie is a vector. The rating comes from their dot product.',
  build: (configuration, context) => sumOfParts([dotPart(configuration, context)], configuration, context),
  formula: (configuration) => predictions([dotTerm(configuration)], configuration),
};
