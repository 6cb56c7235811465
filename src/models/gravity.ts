import type { EmbeddingNode, Graph } from './graph.ts';

/** The two tables of a graph whose products are pulled towards zero, and how strongly. */
export interface GravityTables {
  readonly weight: number;
  readonly user: EmbeddingNode;
  readonly movie: EmbeddingNode;
}

/** Null where a graph has no gravity. Throws a RangeError where it is not of a user's and a movie's embedding. */
export function gravityTables({ nodes }: Graph): GravityTables | null {
  for (const node of nodes) {
    if (node.kind !== 'dot' || !node.gravity) continue;
    const tables = node.inputs.map((name) => nodes.find((each) => each.name === name));
    const [user, movie] = (['user', 'movie'] as const).map((of) =>
      tables.find((each): each is EmbeddingNode => each?.kind === 'embedding' && each.of === of),
    );
    if (!user || !movie) throw new RangeError('Gravity is of the products of two embeddings, of users and of movies');
    return { weight: node.gravity, user, movie };
  }
  return null;
}
