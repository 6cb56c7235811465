import { factorTables } from '../../../models/factor-tables.ts';
import type { EmbeddingNode, Graph } from '../../../models/graph.ts';
import { GRID } from '../../rating-grid.ts';
import type { Address } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import type { EmbeddingTable, Tables } from '../memory/tables.ts';

/** What every thread has to know to take ratings one by one. */
export interface ByRatingSettings {
  /** How many ratings there are. */
  readonly ratings: number;
  /** Into how many steps a stratum is cut. */
  readonly pieces: number;
  /** The biases' learning rate, in parts of that of the factors. */
  readonly biasRate: number;
}

/** A table whose rows are stepped. */
type Rows = Pick<EmbeddingTable, 'address' | 'stride'> & Pick<EmbeddingNode, 'l2'>;

/** Where the ratings and the rows that they step stand. */
export interface ByRatingPlan {
  readonly settings: ByRatingSettings;
  /** Of the grid's cells. */
  readonly offsets: Address;
  /** A user, a movie and a target for each rating, in the grid's order. */
  readonly entries: Address;
  readonly user: Rows;
  readonly movie: Rows;
  readonly userBias: Rows;
  readonly movieBias: Rows;
  readonly hasBiases: boolean;
  readonly span: number;
  readonly offset: number;
}

export const WORDS_OF_ENTRY = 3;

export function layOutByRating(settings: ByRatingSettings, graph: Graph, tables: Tables, arena: Arena): ByRatingPlan {
  const { user, movie, biases, offset } = factorTables(graph);
  const tableOf = ({ name }: EmbeddingNode) => tables.embeddings.get(name) as EmbeddingTable;
  const rowsOf = (node: EmbeddingNode): Rows => ({ ...tableOf(node), l2: node.l2 });
  // Where there are no biases, each share steps a zero of its own by nothing.
  const none = (): Rows => ({ address: arena.own(16), stride: 0, l2: 0 });
  return {
    settings,
    offsets: arena.shared(4 * (GRID * GRID + 1)),
    entries: arena.shared(4 * WORDS_OF_ENTRY * settings.ratings),
    user: rowsOf(user),
    movie: rowsOf(movie),
    userBias: biases ? rowsOf(biases.user) : none(),
    movieBias: biases ? rowsOf(biases.movie) : none(),
    hasBiases: biases !== null,
    span: tableOf(user).span,
    offset,
  };
}
