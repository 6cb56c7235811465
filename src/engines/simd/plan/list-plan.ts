import { LIST_PARAMETERS, SHARED_FACTORS } from '../../../models/list-head.ts';
import type { Address } from '../kernels.ts';
import type { Arena, Blocks } from '../memory/arena.ts';
import { blockRows, type Matrix, strideOf } from '../memory/matrix.ts';
import type { DenseTable, EmbeddingTable, Tables } from '../memory/tables.ts';

/** What every thread has to know of a list task. */
export interface ListSettings {
  readonly weight: number;
  readonly softmax: number;
  readonly l2: number;
  /** Of a step at most. */
  readonly users: number;
  readonly movies: number;
  readonly pairs: number;
}

/** Where a step's list task stands in memory, and where its results go. */
export interface ListPlan {
  readonly settings: ListSettings;
  /** How many users, movies and pairs this step has. */
  readonly sizes: Address;
  readonly users: Address;
  readonly movies: Address;
  readonly corrections: Address;
  readonly likers: Address;
  readonly liked: Address;
  /** The batch's users, and then those of the list; and so the movies. */
  readonly joined: { readonly user: Address; readonly movie: Address };
  readonly tables: ListTables;
  /** As long as any row here. */
  readonly zeros: Address;
  /** As many as a batch has examples. */
  readonly zeroWeights: Address;
  /** This share's own, a row for each user: factors, the same times the gain, and what is worked out on the way. */
  readonly plain: Matrix;
  readonly gained: Matrix;
  readonly products: Matrix;
  /** `gained`, a column for each user. */
  readonly flipped: Matrix;
  /** A row for each movie: factors, and the scores with each user, then their errors. */
  readonly factors: Matrix;
  readonly scores: Matrix;
  /** Of each share's scores, by user; this share's own factors. */
  readonly maxima: Blocks;
  readonly sums: Blocks;
  readonly scales: Address;
  /** Gradients: of the movies' factors and biases, of the users' factors from each share's movies, and from all. */
  readonly ofMovies: Matrix;
  readonly ofBiases: Address;
  readonly fromShares: Blocks;
  readonly ofUsers: Matrix;
  /** Each share's part of the sum of −ln softmax, one double. */
  readonly losses: Blocks;
}

export interface ListTables {
  readonly users: EmbeddingTable;
  readonly movies: EmbeddingTable;
  readonly bias: EmbeddingTable;
  readonly gain: DenseTable;
}

/** Rows in whole vectors, also where there is one column. */
const wide = (width: number): number => strideOf(Math.max(2, width));

export function planList(settings: ListSettings, tables: Tables, batchSize: number, arena: Arena): ListPlan {
  const { users, movies, pairs } = settings;
  const ofList = tablesOf(tables);
  const { width } = ofList.users.node;
  const [byFactor, byUser] = [wide(width), wide(users)];
  const words = (count: number): Address => arena.shared(4 * count);
  const matrix = (width: number, stride: number, address: Address): Matrix => ({ width, stride, base: address, advance: stride });
  const ofUsers = (): Matrix => matrix(width, byFactor, arena.own(blockRows(users) * byFactor));
  return {
    settings,
    sizes: words(3),
    users: words(users),
    movies: words(movies),
    corrections: words(movies),
    likers: words(pairs),
    liked: words(pairs),
    joined: { user: words(batchSize + users), movie: words(batchSize + movies) },
    tables: ofList,
    zeros: arena.shared(Math.max(byFactor, byUser)),
    zeroWeights: words(batchSize),
    plain: ofUsers(),
    gained: ofUsers(),
    products: ofUsers(),
    flipped: matrix(users, byUser, arena.own(width * byUser)),
    factors: matrix(width, byFactor, arena.shared(blockRows(movies) * byFactor)),
    scores: matrix(users, byUser, arena.shared(blockRows(movies) * byUser)),
    maxima: arena.each(byUser),
    sums: arena.each(byUser),
    scales: arena.own(byUser),
    ofMovies: matrix(width, byFactor, arena.shared(blockRows(movies) * byFactor)),
    ofBiases: arena.shared(4 * movies + 16),
    fromShares: arena.each(blockRows(users) * byFactor),
    ofUsers: ofUsers(),
    losses: arena.each(8),
  };
}

const tablesOf = ({ embeddings, dense }: Tables): ListTables => ({
  users: embeddings.get(SHARED_FACTORS.user) as EmbeddingTable,
  movies: embeddings.get(SHARED_FACTORS.movie) as EmbeddingTable,
  bias: embeddings.get('list_bias') as EmbeddingTable,
  gain: dense.get(LIST_PARAMETERS.gain) as DenseTable,
});
