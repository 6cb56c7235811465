import type { CellDefinition } from './cell-definition.ts';
import { dataCell } from './data/definition.ts';
import { embeddingsCell } from './embeddings/definition.ts';
import { evaluateCell } from './evaluate/definition.ts';
import { exploreCell } from './explore/definition.ts';
import { modelCell } from './model/definition.ts';
import { recommendCell } from './recommend/definition.ts';
import { runsCell } from './runs/definition.ts';
import { splitCell } from './split/definition.ts';
import { sweepCell } from './sweep/definition.ts';
import { takeAwayCell } from './take-away/definition.ts';
import { trainCell } from './train/definition.ts';

export const CELLS: readonly CellDefinition[] = [
  // In the order of the notebook.
  dataCell,
  exploreCell,
  splitCell,
  modelCell,
  trainCell,
  recommendCell,
  evaluateCell,
  embeddingsCell,
  sweepCell,
  runsCell,
  takeAwayCell,
];
