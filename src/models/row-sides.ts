import type { BagNode, EmbeddingNode, Entity, Graph, Node } from './graph.ts';

/** What one side of a dot product is made of. */
export interface RowSide {
  readonly factors: EmbeddingNode;
  readonly bias: EmbeddingNode | null;
  /** What is added to the factors: of the rows of the other side that it was rated with. */
  readonly bag: BagNode | null;
}

/** A dot product whose rows can be solved, each side given the other. */
export interface RowSides extends Readonly<Record<Entity, RowSide>> {
  /** Added to every prediction. */
  readonly offset: number;
}

/** The lists that follow from who rated what. */
const OF_RATINGS = { user: 'rated', movie: 'raters' } as const;

/**
 * Throws a RangeError where a graph has more than the product of two vectors, each an embedding with the rows of its ratings' other side
 * added to it or without, and the biases of both around a constant or none.
 */
export function rowSides({ nodes, list }: Graph): RowSides {
  const kinds = nodes.map(({ kind }) => kind).join(', ');
  const named = new Map(nodes.map((node) => [node.name, node]));
  const dot = nodes.find((node) => node.kind === 'dot');
  const scale = nodes.at(-1)?.kind === 'scale' ? nodes.at(-1) : undefined;
  const [user, movie] = (dot?.inputs ?? []).map((name) => sideOf(named.get(name) as Node, named));
  const expected = [user, movie].flatMap((side) => (side ? [1, side.bag ? 2 : 0, side.bias ? 1 : 0] : []));
  const count = expected.reduce((sum, each) => sum + each, 1 + (scale ? 2 : 0));
  const isKnown = user?.factors.of === 'user' && movie?.factors.of === 'movie' && count === nodes.length;
  const isWhole = !user?.bias === !movie?.bias && !user?.bias === !scale && (scale?.kind !== 'scale' || scale.factor === 1);
  if (list || !user || !movie || !isKnown || !isWhole || user.factors.width !== movie.factors.width) {
    throw new RangeError(`Rows of a graph of ${kinds} cannot be solved`);
  }
  return { user, movie, offset: scale?.kind === 'scale' ? scale.offset : 0 };
}

function sideOf(node: Node, named: ReadonlyMap<string, Node>): RowSide | undefined {
  const parts = node.kind === 'add' ? node.inputs.map((name) => named.get(name)) : [node];
  const factors = parts.find((part) => part?.kind === 'embedding');
  const bags = parts.filter((part) => part?.kind === 'bag');
  if (!factors || (factors.of !== 'user' && factors.of !== 'movie') || parts.length !== 1 + bags.length) return undefined;
  const [bag = null] = bags;
  if (bags.length > 1 || (bag && bag.list !== OF_RATINGS[factors.of])) return undefined;
  const bias = [...named.values()].find((each) => each.name === `${factors.of}_bias`);
  return { factors, bias: bias?.kind === 'embedding' ? bias : null, bag };
}
