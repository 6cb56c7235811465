import { isSameData } from '../../../core/data-source.ts';
import { defaultThreshold } from '../../../core/evaluate/relevance.ts';
import { staleReason } from '../../../core/stale.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectCanTrain, selectConfiguration, selectTraining } from '../../../state/selectors.ts';

export const selectLeakage = ({ leakage }: NotebookState) => leakage;

export const selectCanCompare = (state: NotebookState): boolean => selectCanTrain(state) && !selectTraining(state);

/** Why the table no longer fits; null where it does, or there is none. */
export function selectStaleTable(state: NotebookState): string | null {
  const { evaluate, data, leakage } = state;
  if (leakage.result === null || data.summary === null) return null;
  const { table, configuration: made, data: madeOf } = leakage.result;
  if (!isSameData(madeOf, data.summary)) return `Made with ${madeOf.name}; ${data.summary.name} is loaded now.`;
  if (table.k !== evaluate.k) return `Measured with k = ${table.k}; it is now ${evaluate.k}.`;
  const threshold = evaluate.threshold ?? defaultThreshold(data.summary.scale);
  if (table.threshold !== threshold) return `Measured with ratings from ${table.threshold} as relevant; it is now ${threshold}.`;
  const now = selectConfiguration(state);
  if (made.minRatings !== now.minRatings)
    return `Measured with movies rated by at least ${made.minRatings} users; it is now ${now.minRatings}.`;
  // Each split has settings of its own; which of them is chosen makes no difference here.
  const reasons = table.rows.map(({ split }) => staleReason({ ...made, split }, { ...now, split }));
  return reasons.find((reason) => reason !== null) ?? null;
}
