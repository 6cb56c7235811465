import type { Graph } from '../../../models/graph.ts';
import type { Address, Kernels } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import { type Matrix, rowsAt, strideOf, vectorBytes } from '../memory/matrix.ts';
import type { BagTable, DenseTable, EmbeddingTable, Tables } from '../memory/tables.ts';
import type { Forward } from './forward-context.ts';
import type { Op } from './tile.ts';
import type { Wiring } from './wiring.ts';

/** Where an embedding's gradient comes from: of example k, weights[k] · source[rows[k]]. */
export interface TableGradient {
  readonly table: EmbeddingTable;
  readonly source: Source;
}

/** A bag, and the errors of the batch that its rows learn from. */
export interface BagGradient {
  readonly bag: BagTable;
  readonly errors: Matrix;
}

export type Source =
  /** The rows of another table, weighted by the errors of the batch. */
  | { readonly kind: 'table'; readonly other: EmbeddingTable; readonly errors: Matrix }
  /** A column of errors of the batch. */
  | { readonly kind: 'column'; readonly errors: Matrix }
  /** Nothing of the batch. */
  | { readonly kind: 'none' }
  /** Errors of the batch, from this many bytes into each row. */
  | { readonly kind: 'rows'; readonly errors: Matrix; readonly offset: number };

/** A kernel and its transpose, which the errors of its inputs are taken with. */
export interface Transposed {
  readonly kernel: DenseTable;
  readonly address: Address;
  readonly stride: number;
}

export interface BackwardSettings {
  readonly graph: Graph;
  readonly tables: Tables;
  readonly arena: Arena;
  readonly forward: Forward;
  readonly tileRows: number;
  /** Rows that a matrix for the whole batch needs. */
  readonly batchRows: number;
  readonly zeros: Address;
  /** Ones, as many as a tile has rows. */
  readonly ones: Address;
}

/** ∂loss/∂output of one node; where it is kept is settled once it is known who reads it when. */
export interface Errors extends Matrix {
  base: Address;
  advance: number;
  /** Whether several nodes have these same errors, so that none may work in place. */
  shared: boolean;
  /** Whether an embedding reads them after the last tile. */
  kept: boolean;
}

/** What the backward pass of one graph is put together in. */
export interface BackwardContext extends BackwardSettings {
  readonly wiring: Wiring;
  readonly widths: ReadonlyMap<string, number>;
  readonly ops: Op[];
  readonly all: Errors[];
  readonly byNode: Map<string, Errors>;
  readonly tableGradients: TableGradient[];
  readonly bagGradients: BagGradient[];
  readonly transposed: Transposed[];
}

export function newErrors(width: number, context: BackwardContext): Errors {
  const errors = { width, stride: strideOf(width), base: 0, advance: 0, shared: false, kept: false };
  context.all.push(errors);
  return errors;
}

/** Adds errors of this node's own, which `compute` fills. */
export function give(name: string, context: BackwardContext, compute: (errors: Errors) => Op): void {
  const errors = newErrors(context.widths.get(name) as number, context);
  context.ops.push(compute(errors));
  pass(name, errors, context);
}

/** Adds errors that other nodes may have as well. */
export function pass(name: string, errors: Errors, context: BackwardContext): void {
  const known = context.byNode.get(name);
  if (!known) {
    context.byNode.set(name, errors);
    return;
  }
  const sum = newErrors(errors.width, context);
  context.byNode.set(name, sum);
  context.ops.push((k, { first, rows }) =>
    k.add(rowsAt(sum, first), rowsAt(known, first), rowsAt(errors, first), vectorBytes(rows, sum.stride)),
  );
}

type Elementwise = (kernels: Kernels, to: Address, from: Address, bytes: number) => void;

/** In place where no other node has the same errors. */
export function elementwise(input: string, errors: Errors, context: BackwardContext, compute: Elementwise): void {
  const op =
    (to: Errors): Op =>
    (k, { first, rows }) =>
      compute(k, rowsAt(to, first), rowsAt(errors, first), vectorBytes(rows, errors.stride));
  if (errors.shared) {
    give(input, context, op);
    return;
  }
  context.ops.push(op(errors));
  pass(input, errors, context);
}
