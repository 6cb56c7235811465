import { type Configuration, gravityOf } from '../core/hyperparameters.ts';
import { givesScores } from '../core/loss.ts';
import type { Graph, Node } from './graph.ts';
import { type ModelContext, sigmoidRange, squeeze } from './model.ts';
import { biasNodes, vectorNodes } from './vectors.ts';

/** Nodes whose last has width 1: a term of the score. */
export type Part = readonly Node[];

const outputOf = (part: Part): string => part.at(-1)?.name as string;

/** The inner product of a user's and a movie's vector; where their sizes differ, a map without bias brings the user's to the movie's. */
export function dotPart(configuration: Configuration, context: ModelContext): Part {
  const { userFactors, movieFactors } = configuration;
  const user = vectorNodes('user', '', configuration, context);
  const movie = vectorNodes('movie', '', configuration, context);
  const nodes: Node[] = [...user, ...movie];
  let left = outputOf(user);
  if (userFactors !== movieFactors) {
    const name = 'user_projection';
    nodes.push({
      kind: 'dense',
      name,
      input: left,
      width: movieFactors,
      useBias: false,
      initializer: { kind: 'glorot-uniform' },
    });
    left = name;
  }
  const gravity = gravityOf(configuration);
  return [...nodes, { kind: 'dot', name: 'match', inputs: [left, outputOf(movie)], ...(gravity > 0 && { gravity }) }];
}

/** Dense layers over both vectors side by side. */
export function layersPart(prefix: string, configuration: Configuration, context: ModelContext): Part {
  const { hidden, activation, dropout } = configuration;
  const user = vectorNodes('user', prefix, configuration, context);
  const movie = vectorNodes('movie', prefix, configuration, context);
  const nodes: Node[] = [...user, ...movie, { kind: 'concat', name: 'side_by_side', inputs: [outputOf(user), outputOf(movie)] }];
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
  return nodes;
}

/** The sum of the parts and the biases, around the mean where there are biases and stars are predicted, squeezed into the scale where that is wanted. */
export function sumOfParts(parts: readonly Part[], configuration: Configuration, context: ModelContext): Graph {
  const biases = biasNodes(configuration, context);
  const nodes: Node[] = parts.flat();
  nodes.push(...biases);
  const terms = [...parts.map(outputOf), ...biases.map(({ name }) => name)];
  if (terms.length > 1) nodes.push({ kind: 'add', name: 'sum', inputs: terms });
  if (configuration.biases && biases.length > 0 && !givesScores(configuration.loss)) nodes.push(centred(configuration, context));
  if (configuration.output === 'sigmoid') nodes.push(...squeeze(outputOf(nodes), context));
  return { nodes };
}

/** Adds the mean of the training ratings, as the sigmoid's input where there is one. */
function centred({ output }: Configuration, context: ModelContext): Node {
  const { stars, target } = context;
  const mean = (stars.mean - target.offset) / target.scale;
  const { low, high } = sigmoidRange(context);
  const share = (mean - low) / (high - low);
  const offset = output === 'sigmoid' ? Math.log(share / (1 - share)) : mean;
  return { kind: 'scale', name: 'centred', input: 'sum', factor: 1, offset };
}
