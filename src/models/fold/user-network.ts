import type { Lists } from '../../core/lists.ts';
import type { EmbeddingNode, Graph, Weights } from '../graph.ts';
import { type MovieShares, type Step, stepOf, type UserSide } from './steps.ts';

/** Where the numbers of one of the user's tables are among all that are the user's own. */
export interface OwnTable {
  readonly from: number;
  readonly width: number;
  /** λ of the table. */
  readonly l2: number;
}

/** A network as a function of one user's own numbers; all else is as it was trained. In double precision. */
export interface UserNetwork {
  readonly tables: ReadonlyMap<string, OwnTable>;
  /** How many numbers are the user's own. */
  readonly size: number;
  readonly movies: number;
  /** Whether the prediction is linear in them, as a dot product with biases is. */
  readonly isLinear: boolean;
  /** Takes these for the user's numbers. */
  turnTo(own: Float64Array): void;
  /** The prediction in target units. */
  predict(movie: number): number;
  /** The same; puts its derivative by the user's numbers into `gradient`. */
  differentiate(movie: number, gradient: Float64Array): number;
  /** What a node says of the movie that was predicted last. */
  valuesOf(node: string): Float64Array;
}

/** `shares`: what other networks of the same weights and lists have worked out, and what this one adds to it. */
export function createUserNetwork(
  { nodes }: Graph,
  weights: Weights,
  lists: Lists,
  side: UserSide,
  shares?: MovieShares,
): UserNetwork {
  const tables = ownTables(nodes.filter((node): node is EmbeddingNode => node.kind === 'embedding' && node.of === 'user'));
  const size = [...tables.values()].reduce((sum, { width }) => sum + width, 0);
  const [values, errors] = [new Float64Array(size), new Float64Array(size)];
  const steps = new Map<string, Step>();
  const movies = moviesOf(nodes);
  const context = {
    weights,
    lists,
    side,
    movies,
    shares,
    placeOf: (name: string) => steps.get(name) as Step,
    own: ({ name }: EmbeddingNode) => {
      const { from, width } = tables.get(name) as OwnTable;
      return { values: values.subarray(from, from + width), errors: errors.subarray(from, from + width) };
    },
  };
  for (const node of nodes) steps.set(node.name, stepOf(node, context));
  const all = [...steps.values()];
  const moving = all.filter(({ isOfMovie }) => isOfMovie);
  const backwards = all.filter(({ isOwn }) => isOwn).reverse();
  const last = all.at(-1) as Step;
  const predict = (movie: number): number => {
    for (const step of moving) step.forward(movie);
    return last.values[0] as number;
  };
  return {
    tables,
    size,
    movies,
    isLinear: !nodes.some(({ kind }) => kind === 'activation'),
    turnTo(own) {
      values.set(own);
      for (const step of all) {
        if (step.isOfMovie) step.turn?.();
        else step.forward(0);
      }
    },
    predict,
    differentiate(movie, gradient) {
      const prediction = predict(movie);
      for (const step of all) step.errors.fill(0);
      last.errors[0] = 1;
      for (const step of backwards) step.backward();
      gradient.set(errors);
      return prediction;
    },
    valuesOf: (name) => (steps.get(name) as Step).values,
  };
}

function ownTables(nodes: readonly EmbeddingNode[]): ReadonlyMap<string, OwnTable> {
  let from = 0;
  return new Map(
    nodes.map(({ name, width, l2 }) => {
      const table = { from, width, l2 };
      from += width;
      return [name, table];
    }),
  );
}

const moviesOf = (nodes: Graph['nodes']): number =>
  Math.max(0, ...nodes.map((node) => (node.kind === 'embedding' && node.of === 'movie' ? node.rows : 0)));
