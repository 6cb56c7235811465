import type { RunRecord } from '../../core/run-record.ts';
import type { AxisValue } from '../../core/sweep/axis.ts';
import { countCandidates } from '../../core/sweep/candidates.ts';
import type { Outcome } from '../../core/sweep/importance.ts';
import type { SweepPlan, TrialRecords } from '../../core/sweep/plan.ts';
import { scoreOf } from '../../core/sweep/results.ts';

/** The trials that can be compared with each other, which with halving are those of the first round, as the settings say. */
export function outcomesOf(plan: SweepPlan, trials: TrialRecords): readonly Outcome[] {
  const first = countCandidates(plan);
  return [...trials].flatMap(([place, record]) => {
    const value = place < first ? scoreOf(record, plan.measure) : null;
    return value === null ? [] : [{ values: valuesOf(plan, record), value }];
  });
}

const valuesOf = ({ axes }: SweepPlan, { configuration }: RunRecord): readonly AxisValue[] =>
  axes.map(({ name }) => configuration[name] as AxisValue);
