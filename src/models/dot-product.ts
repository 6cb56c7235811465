import { listWeightOf } from '../core/hyperparameters.ts';
import { dotTerm, predictions } from './formula.ts';
import { withListHead } from './list-head.ts';
import type { Network } from './model.ts';
import { dotPart, sumOfParts } from './parts.ts';

/**
 * Matrix factorisation: the rating is the dot product of the user's and the movie's factors, with biases around the mean
 * (Koren, Bell and Volinsky 2009, "Matrix Factorization Techniques for Recommender Systems", equation 4).
 */
export const dotProduct: Network = {
  label: 'Dot product',
  purpose: 'Each user and each movie is a point; the rating is how well the two directions agree.',
  build(configuration, context) {
    const weight = listWeightOf(configuration);
    // At 1 the ratings count nothing, and so does what belongs to them.
    const learned = weight === 1 ? { ...configuration, l2: 0, biasL2: 0, featureL2: 0 } : configuration;
    const graph = sumOfParts([dotPart(learned, context)], learned, context);
    return weight > 0 ? withListHead(graph, context) : graph;
  },
  formula: (configuration) => predictions([dotTerm(configuration)], configuration),
};
