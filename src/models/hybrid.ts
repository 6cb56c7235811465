import { dotTerm, layersTerm, movieVector, predictions, userVector } from './formula.ts';
import type { Network } from './model.ts';
import { dotPart, layersPart, sumOfParts } from './parts.ts';

/**
 * A dot product and a multilayer perceptron, each with embeddings of its own, added up (He et al. 2017, "Neural Collaborative
 * Filtering", section 3.4: NeuMF, with the two added up instead of weighed by a last layer).
 */
export const hybrid: Network = {
  label: 'Hybrid',
  purpose: 'A dot product and dense layers, each with its own embeddings. Their scores are added.',
  build: (configuration, context) =>
    sumOfParts([dotPart(configuration, context), layersPart('mlp_', configuration, context)], configuration, context),
  formula: (configuration) =>
    predictions(
      [dotTerm(configuration), layersTerm(configuration, userVector(configuration, "p'_u"), movieVector(configuration, "q'_i"))],
      configuration,
    ),
};
