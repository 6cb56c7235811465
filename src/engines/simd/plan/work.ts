import type { Column } from '../../../models/graph.ts';

/** Examples in the window, and what their step needs to know. */
export interface Batch {
  /** Position in the window. */
  readonly first: number;
  readonly count: number;
  /** Training steps before this one. */
  readonly step: number;
  /** Of dense tables: w ← w − rate · m / (√v + epsilon). */
  readonly rate: number;
  readonly epsilon: number;
}

/**
 * Fills the window's columns with the examples at its positions; or its predictions with those for its columns; or, under a column's
 * name, the tables of what the prediction reads of this column alone, for the rows at the window's positions.
 */
export type Bulk = 'lay-out' | 'predict' | Column;

/** One share of the work. Every share has to have done one part of a step before any goes on to the next. */
export interface Program {
  /** The parts of a training step, in order. */
  readonly train: readonly ((batch: Batch) => void)[];
  /** What has one part, for so many examples from the window's first on. */
  readonly bulk: Readonly<Record<Bulk, (count: number) => void>>;
}
