import type { CellDefinition } from './cell-definition.ts';

const modules = import.meta.glob<{ readonly default: CellDefinition }>('./*/definition.ts', { eager: true });

/** Every cell, in the order of the notebook. */
export const CELLS: readonly CellDefinition[] = Object.values(modules)
  .map((module) => module.default)
  .sort((a, b) => a.order - b.order);
