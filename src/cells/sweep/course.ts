import { figuresOf } from '../../core/run-figures.ts';
import type { RunRecord } from '../../core/run-record.ts';
import { isTimeUp, lastRecords, nextTrial, type SweepPlan, secondsTrained, type TrialRecords } from '../../core/sweep/plan.ts';
import { bestTrial } from '../../core/sweep/results.ts';
import { bracketsOf, countEpochs, countTrials } from '../../core/sweep/rounds.ts';

/** How far a sweep is. */
export interface Course {
  readonly done: number;
  readonly of: number;
  readonly failed: number;
  /** 0 … 1, by epochs. */
  readonly share: number;
  /** Estimated from the trials that are done; null before there is one. */
  readonly secondsLeft: number | null;
  readonly best: RunRecord | undefined;
  readonly isOver: boolean;
  readonly isTimeUp: boolean;
}

/** `epochsUnderWay`: what the trials under way have trained; null where none is. */
export function courseOf(plan: SweepPlan, trials: TrialRecords, epochsUnderWay: number | null): Course {
  const records = [...trials.values()];
  const next = nextTrial(plan, trials);
  const epochsDone = lastRecords(plan, trials).reduce((sum, { configuration }) => sum + configuration.epochs, 0);
  const behind = next?.from == null ? 0 : (trials.get(next.from)?.configuration.epochs ?? 0);
  const trained = epochsDone + (epochsUnderWay ?? 0);
  const epochs = Math.max(countEpochs(plan, plan.base), trained, epochsDone + (next?.configuration.epochs ?? 0) - behind);
  const seconds = secondsTrained(plan, trials);
  const left = epochsDone === 0 ? null : (seconds / epochsDone) * (epochs - trained);
  return {
    done: records.length,
    of: countTrials(bracketsOf(plan, plan.base)),
    failed: records.filter(({ outcome }) => outcome === 'failed').length,
    share: next === null ? 1 : trained / epochs,
    secondsLeft: left === null || plan.seconds === 0 ? left : Math.min(left, Math.max(0, plan.seconds - seconds)),
    best: bestTrial(records, plan.measure),
    isOver: next === null,
    isTimeUp: isTimeUp(plan, trials),
  };
}

/** Seconds of an epoch, by the newest run of the same model on the same data; null where there is none. */
export function secondsPerEpoch(
  records: readonly RunRecord[],
  { model }: RunRecord['configuration'],
  { name, ratings }: Pick<RunRecord['data'], 'name' | 'ratings'>,
): number | null {
  const known = records.find(
    ({ configuration, data, epochs, origin }) =>
      configuration.model === model && data.name === name && data.ratings === ratings && epochs.length > 0 && origin !== 'file',
  );
  return known ? figuresOf(known).seconds / known.epochs.length : null;
}
