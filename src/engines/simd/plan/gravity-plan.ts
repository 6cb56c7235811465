import type { Entity, Graph } from '../../../models/graph.ts';
import { gravityTables } from '../../../models/gravity.ts';
import type { Address } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import { blockRows, type Matrix, strideOf } from '../memory/matrix.ts';
import type { EmbeddingTable, Tables } from '../memory/tables.ts';

/** How many rows a step pulls at most. */
export interface GravitySettings {
  readonly users: number;
  readonly movies: number;
}

/** One side of gravity: the rows that a step pulls, and where its results go. */
export interface GravitySide {
  readonly table: EmbeddingTable;
  /** How many rows this step pulls, and which. */
  readonly size: Address;
  readonly rows: Address;
  /** The batch's rows, and then these. */
  readonly joined: Address;
  /** 2 κ times that of the other side, as the epoch began. */
  readonly gramian: Matrix;
  readonly factors: Matrix;
  readonly gradients: Matrix;
}

export interface GravityPlan {
  readonly user: GravitySide;
  readonly movie: GravitySide;
  /** As long as any row here. */
  readonly zeros: Address;
}

/** Rows in whole vectors, also where there is one column. */
const wide = (width: number): number => strideOf(Math.max(2, width));

export function planGravity(
  { users, movies }: GravitySettings,
  graph: Graph,
  { embeddings }: Tables,
  batchSize: number,
  arena: Arena,
): GravityPlan | null {
  const tables = gravityTables(graph);
  if (!tables) return null;
  const side = (of: Entity, rows: number): GravitySide => {
    const { name, width } = tables[of];
    const stride = wide(width);
    const matrix = (height: number): Matrix => {
      return { width, stride, base: arena.shared(blockRows(height) * stride), advance: stride };
    };
    return {
      table: embeddings.get(name) as EmbeddingTable,
      size: arena.shared(4),
      rows: arena.shared(4 * rows),
      joined: arena.shared(4 * (batchSize + rows)),
      gramian: matrix(width),
      factors: matrix(rows),
      gradients: matrix(rows),
    };
  };
  return { user: side('user', users), movie: side('movie', movies), zeros: arena.shared(wide(tables.user.width)) };
}
