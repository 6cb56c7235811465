import { type FeatureSizes, NO_FEATURES } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { ListTask } from '../core/list-task.ts';
import type { Lists, RowLists } from '../core/lists.ts';
import type { Random } from '../core/random.ts';
import { createTarget } from '../core/target.ts';
import { type Graph, parametersOf, tableHeight, type Weights } from '../models/graph.ts';
import { networkOf } from '../models/registry.ts';
import type { Examples } from './trainer.ts';

export interface DataShape {
  readonly users: number;
  readonly movies: number;
  readonly features?: FeatureSizes;
}

/** How much there is to make up. */
export interface MadeUpShape extends DataShape {
  readonly ratings: number;
}

/** A graph, random ratings and lists to train it on: for checks and timings, which need their number and not their meaning. */
export interface MadeUp {
  readonly graph: Graph;
  readonly examples: Examples;
  readonly lists: Lists;
}

export function makeUp(configuration: Configuration, shape: MadeUpShape, random: Random, drawTarget: () => number): MadeUp {
  const { users, movies, ratings, features = NO_FEATURES } = shape;
  const graph = buildGraph(configuration, shape);
  const pick = (size: number) =>
    Int32Array.from({ length: ratings }, (_, i) => (i === 0 ? last(size) : Math.floor(random.next() * size)));
  const examples = {
    users: pick(users),
    movies: pick(movies),
    targets: Float32Array.from({ length: ratings }, drawTarget),
    when: { periods: pick(features.periods), userPeriods: pick(features.userPeriods * users) },
  };
  return { graph, examples, lists: makeUpLists(graph, ratings, random) };
}

/** Weights that differ, of about the size that training starts from; drawing normal numbers for large tables would take as long as timing. */
export function makeUpWeights(graph: Graph): Weights {
  return Object.fromEntries(
    parametersOf(graph).map(({ name, rows, columns }) => {
      const weights = new Float32Array(rows * columns);
      for (let i = 0; i < weights.length; i++) weights[i] = Math.imul(i + 1, 0x9e3779b1) / 2 ** 35;
      return [name, weights];
    }),
  );
}

/** Which likes there are to make up. */
export interface MadeUpLikes extends DataShape {
  /** Whether a step compares drawn movies, instead of all; false where absent. */
  readonly drawn?: boolean;
  /** Only the first so many users may like something; all where absent. */
  readonly likers?: number;
  /** Of how many movies each of them likes some, but for the first, who likes none; a few where absent. */
  readonly likes?: (user: number) => number;
}

/** Likes for a list task. */
export function makeUpListTask(
  { listWeight, listL2 }: Configuration,
  { users, movies, drawn = false, likers = users, likes = (user) => 1 + (user % 4) }: MadeUpLikes,
  random: Random,
): ListTask {
  const lists = Array.from({ length: likers }, (_, user) => {
    const some = Array.from({ length: user === 0 ? 0 : likes(user) }, () => Math.floor(random.next() * movies));
    return [...new Set(some)].sort((a, b) => a - b);
  });
  const offsets = new Int32Array(users + 1);
  for (let user = 0; user < users; user++) offsets[user + 1] = (offsets[user] as number) + (lists[user]?.length ?? 0);
  const shares = Float64Array.from({ length: movies }, (_, movie) => 1 + (movie % 5));
  const liked = { offsets, rows: Int32Array.from(lists.flat()) };
  return { weight: listWeight, softmax: 0.5, l2: listL2, liked, drawn: drawn ? shares : null };
}

/** The graph of a model on data of some size. */
export function buildGraph(configuration: Configuration, { users, movies, features = NO_FEATURES }: DataShape): Graph {
  const scale = { min: 0.5, max: 5, step: 0.5 };
  const stars = { mean: 3.5, deviation: 1 };
  const context = { users, movies, scale, stars, target: createTarget('raw', scale, stars), features };
  return networkOf(configuration).build(configuration, context);
}

/** The last row comes first: it is the one that a wrong size would miss. */
const last = (size: number): number => Math.max(0, size - 1);

/** For each bag some rows an entry, none for the first; for users of rated movies as many as there are ratings. */
function makeUpLists(graph: Graph, ratings: number, random: Random): Lists {
  const bags = graph.nodes.flatMap((node) => (node.kind === 'bag' ? [node] : []));
  return Object.fromEntries(
    bags.map(({ list, of, rows }): [string, RowLists] => {
      const entries = tableHeight(graph, of);
      const length = list === 'rated' ? Math.max(3, Math.ceil(ratings / entries)) : 2;
      const offsets = Int32Array.from({ length: entries + 1 }, (_, entry) => Math.max(0, entry - 1) * length);
      return [
        list,
        { offsets, rows: Int32Array.from({ length: offsets.at(-1) as number }, () => Math.floor(random.next() * rows)) },
      ];
    }),
  );
}
