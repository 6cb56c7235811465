import type { Lists } from '../../../../core/lists.ts';
import type { TrainerState } from '../../../../engines/trainer.ts';
import { addScaled } from '../../../../models/fold/add-scaled.ts';
import type { Folding } from '../../../../models/fold/fold-in.ts';
import type { BagNode, EmbeddingNode, Graph } from '../../../../models/graph.ts';
import { rowSides } from '../../../../models/row-sides.ts';

/** What holds somebody's own numbers where a sampler has no L2, by the movies that they rated. */
export type SampledPrior = (rated: ArrayLike<number>) => Pick<Folding, 'ridge' | 'centre'>;

/** Means and variances hardly change with more. */
const MOST_USERS = 2000;
/** Of a variance: where all ratings are equal, users are too. */
const LEAST = 1e-9;

/**
 * The normal distribution that users come from, number by number: the variance of the noise over theirs. As movies' factors are known only so far, each
 * movie that was rated pulls the user's factors, with what its row of `rated` adds to them, towards zero by the variance of its own.
 */
export function sampledPrior(graph: Graph, lists: Lists, state: TrainerState): SampledPrior {
  const { user, movie } = rowSides(graph);
  const noise = state.first.gibbs?.[2] as number;
  const tables = graph.nodes.filter((node) => node.kind === 'embedding' && node.of === 'user') as readonly EmbeddingNode[];
  const parts = tables.map((table) => momentsOf(rowsOf(table, table === user.factors ? user.bag : null, lists, state)));
  const means = Float64Array.from(parts.flatMap((part) => [...part.means]));
  const ridges = Float64Array.from(
    parts.flatMap(({ variances }) => [...variances]),
    (variance) => noise / Math.max(variance, LEAST),
  );
  const place = tables.slice(0, tables.indexOf(user.factors)).reduce((sum, { width }) => sum + width, 0);
  const movies = rowsOf(movie.factors, movie.bag, lists, state);
  return (rated) => {
    const ridge = ridges.slice();
    const centre = means.slice();
    const open = new Float64Array(user.factors.width);
    for (let at = 0; at < rated.length; at++) addScaled(open, movies.varianceOf(rated[at] as number), 1);
    const bag = user.bag ? bagOf(user.bag, rated, state) : open.map(() => 0);
    open.forEach((variance, d) => {
      const [own, held] = [place + d, ridges[place + d] as number];
      ridge[own] = held + variance;
      centre[own] = (held * (means[own] as number) - variance * (bag[d] as number)) / (held + variance);
    });
    return { ridge, centre };
  };
}

interface Rows {
  readonly count: number;
  readonly width: number;
  /** Without what the bag adds. */
  meanOf(row: number): Float32Array;
  /** What the samples differ by. */
  varianceOf(row: number): Float64Array;
}

function rowsOf({ name, rows, width }: EmbeddingNode, bag: BagNode | null, lists: Lists, state: TrainerState): Rows {
  const [values, squares] = [state.weights, state.second].map((of) => of[`${name}/embeddings`]) as [Float32Array, Float32Array];
  const meanOf = (row: number): Float32Array => values.subarray(row * width, (row + 1) * width);
  return {
    count: rows,
    width,
    meanOf,
    varianceOf(row) {
      const total = Float64Array.from(meanOf(row));
      if (bag) addScaled(total, bagOf(bag, entriesOf(bag, row, lists), state), 1);
      return total.map((value, d) => Math.max(0, (squares[row * width + d] as number) - value ** 2));
    },
  };
}

function momentsOf({ count, width, meanOf, varianceOf }: Rows): {
  readonly means: Float64Array;
  readonly variances: Float64Array;
} {
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  const step = Math.ceil(count / MOST_USERS);
  const taken = Math.ceil(count / step);
  for (let row = 0; row < count; row += step) {
    const mean = meanOf(row);
    addScaled(sums, mean, 1);
    addScaled(squares, varianceOf(row), 1);
    addScaled(
      squares,
      mean.map((value) => value ** 2),
      1,
    );
  }
  const means = sums.map((sum) => sum / taken);
  return { means, variances: squares.map((square, d) => square / taken - (means[d] as number) ** 2) };
}

function entriesOf({ list }: BagNode, row: number, lists: Lists): Int32Array {
  const { offsets, rows } = lists[list] as NonNullable<Lists[typeof list]>;
  return rows.subarray(offsets[row], offsets[row + 1]);
}

/** What a bag adds to the factors, by its rows. */
function bagOf({ name, width }: BagNode, entries: ArrayLike<number>, { weights }: TrainerState): Float64Array {
  const table = weights[`${name}/embeddings`] as Float32Array;
  const sum = new Float64Array(width);
  const share = 1 / Math.sqrt(Math.max(1, entries.length));
  for (let at = 0; at < entries.length; at++) {
    const row = entries[at] as number;
    addScaled(sum, table.subarray(row * width, (row + 1) * width), share);
  }
  return sum;
}
