import type { Entity } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import type { EmbeddingTable } from '../memory/tables.ts';

/** What a step looks at beside its batch: rows that come after those of the batch, and whose gradient is known before the batch's. */
export interface Aside {
  /** The batch's rows, and then its own, each once. */
  readonly joined: Readonly<Record<Entity, Address>>;
  /** How many users, or movies, it adds to the batch's. */
  extra(column: Entity): number;
  /** To be done by all shares once the rows are up to date. */
  forward(): void;
  /** The gradient of its rows of one table: nothing for tables that it does not read. */
  known(table: EmbeddingTable): Known;
}

export interface Known {
  readonly extra: Address;
  readonly stride: number;
  readonly decay: number;
}
