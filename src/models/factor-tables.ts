import type { EmbeddingNode, Graph, Node } from './graph.ts';

/** What a plain dot product is made of; biases are there for both or for none. */
export interface FactorTables {
  readonly user: EmbeddingNode;
  readonly movie: EmbeddingNode;
  readonly biases: { readonly user: EmbeddingNode; readonly movie: EmbeddingNode } | null;
  /** Added to every prediction. */
  readonly offset: number;
}

/** Throws a RangeError where a graph has more than the product of two embeddings, with the biases of both around a constant or without. */
export function factorTables({ nodes, list }: Graph): FactorTables {
  const kinds = nodes.map(({ kind }) => kind).join(', ');
  const isPlain =
    kinds === 'embedding, embedding, dot' || kinds === 'embedding, embedding, dot, embedding, embedding, add, scale';
  const [user, movie, , userBias, movieBias, , scale] = nodes;
  if (!isPlain || list || !isTable(user, 'user') || !isTable(movie, 'movie')) throw unfit(kinds);
  if (!userBias) return { user, movie, biases: null, offset: 0 };
  if (!isTable(userBias, 'user') || !isTable(movieBias, 'movie')) throw unfit(kinds);
  if (scale?.kind !== 'scale' || scale.factor !== 1) throw unfit(kinds);
  return { user, movie, biases: { user: userBias, movie: movieBias }, offset: scale.offset };
}

const isTable = (node: Node | undefined, of: 'user' | 'movie'): node is EmbeddingNode =>
  node?.kind === 'embedding' && node.of === of;

const unfit = (kinds: string): RangeError => new RangeError(`Single ratings cannot be learned by a graph of ${kinds}`);
