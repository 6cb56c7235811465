import type { Configuration } from '../core/hyperparameters.ts';
import type { EmbeddingNode, Graph, Initializer, Node } from './graph.ts';
import { type Model, type ModelContext, sigmoidRange, squeeze } from './model.ts';

const FACTORS: Initializer = { kind: 'normal', deviation: 0.05 };

/**
 * Matrix factorisation: the rating is the dot product of the user's and the movie's factors, with biases around the mean
 * (Koren, Bell and Volinsky 2009, "Matrix Factorization Techniques for Recommender Systems", equation 4). Where the two
 * embedding sizes differ, a linear map without bias brings the user's factors to the movie's size.
 */
export const dotProduct: Model = {
  label: 'Dot product',
  purpose: 'Each user and each movie is a point; the rating is how well the two directions agree.',
  build(configuration, context): Graph {
    const nodes: Node[] = [...factorNodes(configuration, context)];
    const users = configuration.userFactors === configuration.movieFactors ? 'user_factors' : 'user_projection';
    nodes.push({ kind: 'dot', name: 'match', inputs: [users, 'movie_factors'] });
    if (configuration.biases) nodes.push(...biasNodes(configuration, context));
    if (configuration.output === 'sigmoid') nodes.push(...squeeze(nodes.at(-1)?.name as string, context));
    return { nodes };
  },
  formula({ biases, output, userFactors, movieFactors }) {
    const users = userFactors === movieFactors ? 'p_u' : 'W^\\top p_u';
    const sum = `${biases ? '\\mu + b_u + b_i + ' : ''}${users} \\cdot q_i`;
    return output === 'sigmoid' ? `\\hat r_{ui} = a + (b - a)\\,\\sigma(${sum})` : `\\hat r_{ui} = ${sum}`;
  },
};

function factorNodes({ userFactors, movieFactors, l2 }: Configuration, { users, movies }: ModelContext): readonly Node[] {
  const embedding = { kind: 'embedding', initializer: FACTORS, l2 } as const;
  const nodes: Node[] = [
    { ...embedding, name: 'user_factors', of: 'user', rows: users, width: userFactors },
    { ...embedding, name: 'movie_factors', of: 'movie', rows: movies, width: movieFactors },
  ];
  if (userFactors !== movieFactors) {
    const initializer = { kind: 'glorot-uniform' } as const;
    const name = 'user_projection';
    nodes.push({ kind: 'dense', name, input: 'user_factors', width: movieFactors, useBias: false, initializer });
  }
  return nodes;
}

function biasNodes({ output, biasL2 }: Configuration, context: ModelContext): readonly Node[] {
  const bias = { kind: 'embedding', width: 1, initializer: { kind: 'zeros' }, l2: biasL2 } as const;
  const { stars, target } = context;
  const mean = (stars.mean - target.offset) / target.scale;
  const { low, high } = sigmoidRange(context);
  const share = (mean - low) / (high - low);
  const offset = output === 'sigmoid' ? Math.log(share / (1 - share)) : mean;
  return [
    { ...bias, name: 'user_bias', of: 'user', rows: context.users } satisfies EmbeddingNode,
    { ...bias, name: 'movie_bias', of: 'movie', rows: context.movies } satisfies EmbeddingNode,
    { kind: 'add', name: 'sum', inputs: ['match', 'user_bias', 'movie_bias'] },
    { kind: 'scale', name: 'centred', input: 'sum', factor: 1, offset },
  ];
}
