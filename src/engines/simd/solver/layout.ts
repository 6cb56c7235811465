import type { Entity, Graph } from '../../../models/graph.ts';
import { tableHeight } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import type { Arena, Blocks } from '../memory/arena.ts';
import { blockColumns, strideOf } from '../memory/matrix.ts';
import { type EmbeddingTable, embeddingsOf, type Tables } from '../memory/tables.ts';

/** What every thread has to know to lay the solver out. */
export interface SolverSettings {
  /** How many pairs are liked. */
  readonly entries: number;
  /** What every pair counts. */
  readonly unobserved: number;
}

/** The rows of one side and what each goes by: its liked pairs are the entries from `offsets[row]` to before `offsets[row + 1]`. */
export interface SolverSide {
  readonly table: EmbeddingTable;
  readonly rows: number;
  readonly offsets: Address;
  /** The row of the other side, for each entry. */
  readonly others: Address;
  /** The square root of each entry's weight. */
  readonly roots: Address;
  /** One for each row. */
  readonly ridges: Address;
}

/** Where one share solves the normal equations of a row. Matrices have n rows, `stride` bytes apart. */
export interface SolverPlan {
  readonly settings: SolverSettings;
  readonly sides: Readonly<Record<Entity, SolverSide>>;
  /** The factors, filled up to whole blocks. */
  readonly n: number;
  readonly stride: number;
  /** Qᵀ · Q of each share's rows. */
  readonly gramians: Blocks;
  /** A number for each share: what its Gramian counts. */
  readonly gramianWeights: Address;
  /** Zeros, and 1 on the diagonal where there is no factor. */
  readonly filler: Address;
  /** What all rows of a side start from. */
  readonly base: Address;
  readonly matrix: Address;
  readonly vector: Address;
  /** Rows of the other side, as many as are worked on at a time. */
  readonly panel: Address;
  /** For each share 0, or 1 + the number of the row that has no single solution; a double. */
  readonly failures: Blocks;
}

/** Rows of a panel: it stays in the first cache while every block of the matrix goes over it. */
export const PANEL_ROWS = 64;

export function layOutSolver(settings: SolverSettings, graph: Graph, tables: Tables, arena: Arena, shares: number): SolverPlan {
  const side = (of: Entity): SolverSide => {
    const [table] = embeddingsOf(tables, of) as [EmbeddingTable];
    const rows = tableHeight(graph, of);
    const list = (length: number): Address => arena.shared(4 * length);
    return {
      table,
      rows,
      offsets: list(rows + 1),
      others: list(settings.entries),
      roots: list(settings.entries),
      ridges: list(rows),
    };
  };
  const sides = { user: side('user'), movie: side('movie') };
  const n = blockColumns(sides.user.table.node.width);
  const stride = strideOf(n);
  return {
    settings,
    sides,
    n,
    stride,
    gramians: arena.each(n * stride),
    gramianWeights: arena.shared(4 * shares),
    filler: arena.shared(n * stride),
    base: arena.own(n * stride),
    matrix: arena.own(n * stride),
    vector: arena.own(stride),
    panel: arena.own(PANEL_ROWS * stride),
    failures: arena.each(8),
  };
}
