import { keptSamples } from '../../../core/gibbs/kept-samples.ts';
import { type Entity, type Graph, tableHeight } from '../../../models/graph.ts';
import { type RowSide, rowSides } from '../../../models/row-sides.ts';
import type { Address } from '../kernels.ts';
import type { Arena, Blocks } from '../memory/arena.ts';
import { blockColumns, strideOf } from '../memory/matrix.ts';
import type { BagTable, EmbeddingTable, Tables } from '../memory/tables.ts';

/** What every thread has to know to draw rows. */
export interface GibbsSettings {
  readonly ratings: number;
  /** Whether rows are drawn from what the ratings leave open (Gibbs sampling), or solved for (ALS). */
  readonly draws: boolean;
}

/** Where the rows of one side stand, and the ratings that each goes by: from `offsets[row]` to before `offsets[row + 1]`. */
export interface GibbsSide {
  readonly of: Entity;
  readonly rows: number;
  readonly factors: EmbeddingTable;
  readonly bias: EmbeddingTable | null;
  readonly bag: BagTable | null;
  readonly offsets: Address;
  /** The row of the other side, for each rating. */
  readonly others: Address;
  readonly targets: Address;
  /** How many rows have ratings, then their numbers. */
  readonly seen: Address;
  /** 1 / √ of each row's number of ratings; 0 where it has none. */
  readonly roots: Address;
  /** Of each row: the sum of the squared roots of the other side's rows that it was rated with. */
  readonly squares: Address;
  /** The factors with the bag's, and then the bias. */
  readonly totals: Address;
  /** The same without what the bag adds; the totals themselves where there is none. */
  readonly rests: Address;
  /** The bag's table, with a column for the bias, and what is drawn for it. */
  readonly bagRows: Address;
  readonly bagNoise: Address;
  /** Of the prior: its mean, its precision, the Cholesky factor of that, and the variances. */
  readonly mean: Address;
  readonly precision: Address;
  readonly factor: Address;
  readonly variances: Address;
  /** The totals of each kept sample, one sample after the other. */
  readonly samples: Address;
}

export interface GibbsPlan {
  readonly settings: GibbsSettings;
  readonly sides: Readonly<Record<Entity, GibbsSide>>;
  readonly offset: number;
  /** Factors, and one more where there are biases. */
  readonly width: number;
  /** Those filled up to whole blocks. Matrices have n rows, `stride` bytes apart. */
  readonly n: number;
  readonly stride: number;
  /** How many samples are kept at most; none where nothing is drawn. */
  readonly slots: number;
  /** What the calling thread wants of the others. */
  readonly orders: Address;
  /** How many times the precision of a side's rows that of its bag's rows is, of users and of movies; and the variance of the noise. */
  readonly scalars: Address;
  /** Each share's sums of rows and of their squares, then the same of a bag's rows. */
  readonly sums: Blocks;
  /** Each share's sum of squared errors, and 0 or 1 + the number of a row without a single solution; doubles. */
  readonly errors: Blocks;
  readonly matrix: Address;
  readonly vector: Address;
  readonly prior: Address;
  readonly noise: Address;
  readonly panel: Address;
  readonly scales: Address;
  readonly rights: Address;
}

/** Rows of a panel: it stays in the first cache while every block of the matrix goes over it. */
export const PANEL_ROWS = 64;

export function layOutGibbs(settings: GibbsSettings, graph: Graph, tables: Tables, arena: Arena): GibbsPlan {
  const { user, movie, offset } = rowSides(graph);
  const width = user.factors.width + (user.bias ? 1 : 0);
  const n = blockColumns(width);
  const stride = strideOf(n);
  const [users, movies] = [tableHeight(graph, 'user'), tableHeight(graph, 'movie')];
  const slots = settings.draws ? keptSamples(users + movies, stride) : 0;
  const side = (of: Entity, { factors, bias, bag }: RowSide, rows: number, others: number): GibbsSide => {
    const list = (length: number): Address => arena.shared(4 * length);
    const matrix = (height: number): Address => arena.shared(height * stride);
    const totals = matrix(rows);
    return {
      of,
      rows,
      factors: tables.embeddings.get(factors.name) as EmbeddingTable,
      bias: bias && (tables.embeddings.get(bias.name) as EmbeddingTable),
      bag: bag && (tables.bags.get(bag.name) as BagTable),
      offsets: list(rows + 1),
      others: list(settings.ratings),
      targets: list(settings.ratings),
      seen: list(rows + 1),
      roots: list(rows),
      squares: list(rows),
      totals,
      rests: bag ? matrix(rows) : totals,
      bagRows: matrix(bag ? others : 0),
      bagNoise: matrix(bag ? others : 0),
      mean: matrix(1),
      precision: matrix(n),
      factor: matrix(n),
      variances: matrix(1),
      samples: matrix(slots * rows),
    };
  };
  return {
    settings,
    sides: { user: side('user', user, users, movies), movie: side('movie', movie, movies, users) },
    offset,
    width,
    n,
    stride,
    slots,
    orders: arena.shared(64),
    scalars: arena.shared(12),
    sums: arena.each(2 * (n + 1) * stride),
    errors: arena.each(16),
    matrix: arena.own(n * stride),
    vector: arena.own(stride),
    prior: arena.own(stride),
    noise: arena.own(stride),
    panel: arena.own(PANEL_ROWS * stride),
    scales: arena.own(4 * PANEL_ROWS),
    rights: arena.own(4 * PANEL_ROWS),
  };
}
