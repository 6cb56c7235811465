import type { CELLS } from '../cells/registry.ts';

/** A cell of the notebook, as its definition describes it. */
export type Cell = (typeof CELLS)[number];
