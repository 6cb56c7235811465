import { columnsOf, type Graph } from '../../../models/graph.ts';

/** Why the notebook cannot train a network, in one sentence; null where it can. */
export function missingInNotebook(graph: Graph | null): string | null {
  const columns: readonly string[] = graph ? columnsOf(graph) : [];
  const usesTime = columns.includes('period') || columns.includes('userPeriod');
  return usesTime ? 'The Python code has no rating times. Switch off Rating time and User drift.' : null;
}
