import type { ListName } from '../../core/lists.ts';
import type { Graph, Node, Weights } from '../graph.ts';
import { LIST_PARAMETERS, SHARED_FACTORS } from '../list-head.ts';
import type { UserNetwork } from './user-network.ts';

/** What a score is the sum of. What the rows of a list add has the list's name. */
export type PartName =
  | ListName
  | 'mean'
  | 'offset'
  | 'user-bias'
  | 'movie-bias'
  | 'period'
  | 'user-period'
  | 'factors'
  | 'layers'
  | 'list-bias';

export interface ScorePart {
  readonly name: PartName;
  readonly value: number;
}

const TERMS: Readonly<Record<string, PartName>> = {
  user_bias: 'user-bias',
  movie_bias: 'movie-bias',
  period_bias: 'period',
  user_period_bias: 'user-period',
  score: 'layers',
};

/**
 * The terms that the prediction of a movie is the sum of, in target units before a sigmoid. The network has been turned to the user and has predicted that
 * movie last.
 */
export function scoreParts({ nodes }: Graph, weights: Weights, network: UserNetwork): readonly ScorePart[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const sum = byName.get('sum');
  const terms = sum?.kind === 'add' ? sum.inputs : [(byName.get('match') ?? byName.get('score') ?? nodes[0])?.name as string];
  const centred = byName.get('centred');
  const mean: readonly ScorePart[] = centred?.kind === 'scale' ? [{ name: 'mean', value: centred.offset }] : [];
  const parts = terms.flatMap((name): readonly ScorePart[] => {
    const node = byName.get(name) as Node;
    if (node.kind === 'dot') return dotParts(node.inputs, byName, weights, network);
    return [{ name: TERMS[name] as PartName, value: network.valuesOf(name)[0] as number }];
  });
  return [...mean, ...parts];
}

/** (p + Σ a) · (q + Σ b) = p·q + Σ a·q + Σ (p + Σ a)·b. */
function dotParts(
  [left, right]: readonly [string, string],
  byName: ReadonlyMap<string, Node>,
  weights: Weights,
  network: UserNetwork,
): readonly ScorePart[] {
  const projection = byName.get(left);
  const user = projection?.kind === 'dense' ? projection.input : left;
  const project = (vector: Float64Array): Float64Array =>
    projection?.kind === 'dense' ? times(vector, weights[`${left}/kernel`] as Float32Array, projection.width) : vector;
  const summands = (name: string): readonly string[] => {
    const node = byName.get(name);
    return node?.kind === 'add' ? node.inputs : [name];
  };
  const [own, ...ofUser] = summands(user) as [string, ...string[]];
  const [movie, ...ofMovie] = summands(right) as [string, ...string[]];
  const q = network.valuesOf(movie);
  const whole = network.valuesOf(left);
  const bagName = (name: string): PartName => {
    const node = byName.get(name);
    return node?.kind === 'bag' ? node.list : 'factors';
  };
  return [
    { name: 'factors', value: product(project(network.valuesOf(own)), q) },
    ...ofUser.map((name) => ({ name: bagName(name), value: product(project(network.valuesOf(name)), q) })),
    ...ofMovie.map((name) => ({ name: bagName(name), value: product(whole, network.valuesOf(name)) })),
  ];
}

/** The same of the score that orders the list. */
export function listParts(weights: Weights, network: UserNetwork, movie: number): readonly ScorePart[] {
  const gain = weights[LIST_PARAMETERS.gain] as Float32Array;
  const bias = (weights[LIST_PARAMETERS.bias] as Float32Array)[movie] as number;
  const [p, q] = [network.valuesOf(SHARED_FACTORS.user), network.valuesOf(SHARED_FACTORS.movie)];
  const factors = gain.reduce((sum, each, d) => sum + each * (p[d] as number) * (q[d] as number), 0);
  return [
    { name: 'list-bias', value: bias },
    { name: 'factors', value: factors },
  ];
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, d) => sum + value * (b[d] as number), 0);
}

function times(vector: Float64Array, kernel: Float32Array, width: number): Float64Array {
  const to = new Float64Array(width);
  vector.forEach((value, d) => {
    for (let unit = 0; unit < width; unit++) to[unit] = (to[unit] as number) + value * (kernel[d * width + unit] as number);
  });
  return to;
}
