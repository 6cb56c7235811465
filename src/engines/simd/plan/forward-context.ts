import type { Graph, Node } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import { type Matrix, tileMatrix } from '../memory/matrix.ts';
import type { EmbeddingTable, Tables } from '../memory/tables.ts';
import type { Op } from './tile.ts';
import type { Wiring } from './wiring.ts';

/** A graph's forward pass over a tile. */
export interface Forward {
  readonly ops: readonly Op[];
  /** By node; an embedding that is read straight from its table has none. */
  readonly outputs: ReadonlyMap<string, Matrix>;
  /** Of the dropout nodes, where they are drawn. */
  readonly masks: ReadonlyMap<string, Matrix>;
}

export interface ForwardSettings {
  readonly graph: Graph;
  /** Of its nodes' outputs. */
  readonly widths: ReadonlyMap<string, number>;
  /** Nodes whose outputs are read when all is done. */
  readonly kept?: ReadonlySet<string>;
  readonly tables: Tables;
  readonly arena: Arena;
  readonly tileRows: number;
  /** A row of zeros as long as the widest matrix. */
  readonly zeros: Address;
  /** 0, 1, 2, …; as many as a tile has rows. */
  readonly counting: Address;
  /** Of the dropout masks. */
  readonly seed: number;
}

/** What the forward pass of one graph is put together in. */
export interface ForwardContext extends ForwardSettings {
  readonly wiring: Wiring;
  readonly dropouts: readonly string[];
  readonly ops: Op[];
  readonly outputs: Map<string, Matrix>;
  readonly masks: Map<string, Matrix>;
}

export const read = (name: string, { outputs }: ForwardContext): Matrix => outputs.get(name) as Matrix;

export const tableOf = (node: Node, { tables }: ForwardContext): EmbeddingTable =>
  tables.embeddings.get(node.name) as EmbeddingTable;

/** The node's output matrix, which is made when it is first asked for. */
export function output(name: string, context: ForwardContext): Matrix {
  const known = context.outputs.get(name);
  const matrix = known ?? tileMatrix(context.arena, context.widths.get(name) as number, context.tileRows);
  context.outputs.set(name, matrix);
  return matrix;
}

/** The node's output in the place of its input, where nothing else needs that. */
export function overwrite(name: string, input: string, context: ForwardContext): Matrix {
  if (context.wiring.isOverwritable(input)) context.outputs.set(name, read(input, context));
  return output(name, context);
}
