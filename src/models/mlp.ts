import type { Graph, Node } from './graph.ts';
import { type Model, squeeze } from './model.ts';

/**
 * A multilayer perceptron over the user's and the movie's embeddings side by side (He et al. 2017, "Neural Collaborative
 * Filtering", section 3.3, with a rating as the output).
 */
export const mlp: Model = {
  label: 'MLP',
  purpose: 'The two embeddings go side by side into dense layers, which learn for themselves how to combine them.',
  build({ userFactors, movieFactors, hidden, activation, dropout, output, l2 }, context): Graph {
    const embedding = { kind: 'embedding', initializer: { kind: 'normal', deviation: 0.05 }, l2 } as const;
    const nodes: Node[] = [
      { ...embedding, name: 'user_factors', of: 'user', rows: context.users, width: userFactors },
      { ...embedding, name: 'movie_factors', of: 'movie', rows: context.movies, width: movieFactors },
      { kind: 'concat', name: 'side_by_side', inputs: ['user_factors', 'movie_factors'] },
    ];
    const initializer = { kind: 'glorot-uniform' } as const;
    let input = 'side_by_side';
    hidden.forEach((width, index) => {
      const layer = index + 1;
      nodes.push({ kind: 'dense', name: `dense_${layer}`, input, width, useBias: true, initializer });
      nodes.push({ kind: 'activation', name: `active_${layer}`, input: `dense_${layer}`, activation });
      input = `active_${layer}`;
      if (dropout > 0) {
        nodes.push({ kind: 'dropout', name: `dropout_${layer}`, input, rate: dropout });
        input = `dropout_${layer}`;
      }
    });
    nodes.push({ kind: 'dense', name: 'score', input, width: 1, useBias: true, initializer });
    if (output === 'sigmoid') nodes.push(...squeeze('score', context));
    return { nodes };
  },
  formula({ hidden, activation, output }) {
    const phi = activation === 'relu' ? '\\operatorname{ReLU}' : '\\sigma';
    const layers = hidden.reduce((x, _, i) => `${phi}\\!\\left(W_{${i + 1}}^\\top ${x} + c_{${i + 1}}\\right)`, '[p_u; q_i]');
    const score = `w^\\top ${layers} + c`;
    return output === 'sigmoid' ? `\\hat r_{ui} = a + (b - a)\\,\\sigma(${score})` : `\\hat r_{ui} = ${score}`;
  },
};
