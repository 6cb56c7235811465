import type { CELLS } from '../cells/list.ts';

/** A cell of the notebook, as its definition describes it. */
export type Cell = (typeof CELLS)[number];
