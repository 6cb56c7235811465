import { isBusy } from '../../core/cell-machine.ts';
import { defaultThreshold } from '../../core/evaluate/relevance.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectTraining } from '../../state/selectors.ts';

export const selectEvaluate = ({ evaluate }: NotebookState) => evaluate;

export const selectRunInUse = ({ training }: NotebookState) => training.inUse;

/** From which rating on a held-out movie counts as relevant: what is set, else that of the data in use; null without data. */
export function selectThreshold({ evaluate, training, data }: NotebookState): number | null {
  const scale = (training.inUse?.data ?? data.summary)?.scale;
  return evaluate.threshold ?? (scale ? defaultThreshold(scale) : null);
}

/** Why one cannot evaluate now; null where one can. */
export function selectHindrance(state: NotebookState): string | null {
  const { training, data, evaluate, leakage } = state;
  if (selectTraining(state)) return 'Available once the run is over.';
  if (isBusy(leakage.run)) return 'Available once the splits are compared.';
  if (isBusy(data.run)) return 'Available once the data is loaded.';
  if (training.inUse === null) return 'Available once a model is trained.';
  if (training.inUse.validationRatings === 0)
    return 'This run was trained on all ratings: none are left to measure it on. Choose another split, and train again.';
  if (evaluate.part === 'test' && training.inUse.testRatings === 0)
    return 'This run has no test part. Add one to the split, and train again.';
  if (evaluate.part === 'test' && evaluate.tested.includes(training.inUse.runId))
    return 'The test part of this run was already measured. Measured again, it would influence your choices. Train again to measure a new run.';
  return null;
}

/** Why the figures no longer fit; null where they do, or there are none. */
export function selectStaleEvaluation(state: NotebookState): string | null {
  const { result, k, part } = state.evaluate;
  const { inUse } = state.training;
  if (result === null || inUse === null) return null;
  if (inUse.runId !== result.of.runId)
    return `These are the figures of run ${result.of.number}; run ${inUse.number} is in use now.`;
  const { evaluation } = result;
  if (evaluation.part !== part) return `Measured on the ${evaluation.part} part; the ${part} part is chosen now.`;
  if (evaluation.k !== k) return `Measured with k = ${evaluation.k}; it is now ${k}.`;
  const threshold = selectThreshold(state);
  if (threshold !== null && evaluation.threshold !== threshold)
    return `Measured with ratings from ${evaluation.threshold} as relevant; it is now ${threshold}.`;
  const { minRatings } = selectConfiguration(state);
  return evaluation.minRatings === minRatings
    ? null
    : `Measured with movies rated by at least ${evaluation.minRatings} users; it is now ${minRatings}.`;
}
