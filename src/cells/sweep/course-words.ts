import type { CellRun } from '../../core/cell-machine.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';
import { problemsOf } from '../../core/sweep/problems.ts';
import { scoreOf } from '../../core/sweep/results.ts';
import { bracketsOf, countEpochs, countTrials } from '../../core/sweep/rounds.ts';
import type { SweepMeasure, SweepSettings } from '../../core/sweep/sweep-settings.ts';
import { formatCount, formatQuantity, formatRmse, formatSeconds } from '../../ui/format.ts';
import { type Course, secondsPerEpoch } from './course.ts';

export const MEASURE_NAMES: Readonly<Record<SweepMeasure, string>> = { rmse: 'RMSE', ndcg: 'NDCG@10' };

/** "24 trials, about 20 s." Empty where the ranges make no trials. */
export function sizeWords(
  settings: SweepSettings,
  configuration: Configuration,
  records: readonly RunRecord[],
  summary: Pick<DataSummary, 'name' | 'ratings'>,
): string {
  const ranges = { ...settings, rounds: 'full', method: 'random', trials: 2 } as const;
  if (problemsOf(ranges, configuration).length > 0) return '';
  const trials = formatQuantity(countTrials(bracketsOf(settings, configuration)), 'trial');
  const ofEpoch = secondsPerEpoch(records, configuration, summary);
  if (ofEpoch === null) return `${trials}. How long they take is known after the first run.`;
  return `${trials}, about ${formatSeconds(ofEpoch * countEpochs(settings, configuration))}.`;
}

interface Circumstances {
  readonly run: CellRun;
  /** Whether something else is trained first. */
  readonly waits: boolean;
  readonly isOfData: boolean;
}

/** How far the sweep is, what is best so far, and what it waits for. */
export function stateWords(course: Course, plan: SweepPlan, circumstances: Circumstances): string {
  const { done, of, failed, best } = course;
  const value = best && scoreOf(best, plan.measure);
  return [
    `${formatCount(done)} of ${formatQuantity(of, 'trial')} done.`,
    ...(value == null ? [] : [`Best ${MEASURE_NAMES[plan.measure]} so far: ${formatRmse(value)}.`]),
    ...(failed === 0
      ? []
      : [
          `${formatQuantity(failed, 'trial')} failed, most likely because the error grew without limit or equations had no solution.`,
        ]),
    ...waitWords(course, plan, circumstances),
  ].join(' ');
}

function waitWords({ isOver, isTimeUp, secondsLeft }: Course, { data }: SweepPlan, { run, waits, isOfData }: Circumstances) {
  if (run.phase === 'running') {
    if (waits) return ['The sweep waits until the other training is over.'];
    return secondsLeft === null ? [] : [`About ${formatSeconds(Math.max(1, secondsLeft))} left.`];
  }
  if (run.phase === 'paused') return ['Paused.'];
  if (isOver) return ['The sweep is complete.'];
  if (!isOfData) return [`Other data is loaded now: load ${data.name} to continue this sweep.`];
  return [isTimeUp ? 'The time limit is reached.' : 'Continue it when you like: it comes to the same numbers.'];
}
