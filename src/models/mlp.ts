import { layersTerm, movieVector, predictions, userVector } from './formula.ts';
import type { Network } from './model.ts';
import { layersPart, sumOfParts } from './parts.ts';

/**
 * A multilayer perceptron over the user's and the movie's embeddings side by side (He et al. 2017, "Neural Collaborative
 * Filtering", section 3.3, with a rating as the output).
 */
export const mlp: Network = {
  label: 'MLP',
  purpose: 'Dense layers take both embeddings and learn how to combine them.',
  build: (configuration, context) => sumOfParts([layersPart('', configuration, context)], configuration, context),
  formula: (configuration) =>
    predictions([layersTerm(configuration, userVector(configuration), movieVector(configuration))], configuration),
};
