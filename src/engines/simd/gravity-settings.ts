import { longestTurn } from '../../core/gravity.ts';
import { gravityTables } from '../../models/gravity.ts';
import { countOf } from '../examples.ts';
import type { TrainerOptions } from '../trainer.ts';
import { stepsOf } from './list-settings.ts';
import type { GravitySettings } from './plan/gravity-plan.ts';

/** How much room a step's gravity needs; null where the graph has none. */
export function gravitySettings({ graph, examples, batchSize }: TrainerOptions): GravitySettings | null {
  const tables = gravityTables(graph);
  const longest = (rows: number): number => longestTurn(rows, stepsOf(countOf(examples), batchSize));
  return tables && { users: longest(tables.user.rows), movies: longest(tables.movie.rows) };
}
