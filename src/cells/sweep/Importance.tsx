import { labelOf } from '../../core/settings/words.ts';
import { importanceOf } from '../../core/sweep/importance.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { formatPercent } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Table } from '../../ui/Table.tsx';
import { MEASURE_NAMES } from './course-words.ts';
import { outcomesOf } from './outcomes.ts';
import { selectTrials } from './selectors.ts';

interface ImportanceProps {
  readonly plan: SweepPlan;
}

/** How much each setting explains of the differences between the trials. */
export function Importance({ plan }: ImportanceProps) {
  const outcomes = outcomesOf(plan, useNotebookState(selectTrials));
  const shares = importanceOf(plan.axes, outcomes);
  const rows = plan.axes
    .map(({ name }, at) => ({ name, share: shares[at] ?? null }))
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1))
    .map(({ name, share }) => ({
      key: name,
      cells: [labelOf(name, plan.base), share === null ? 'too few trials' : formatPercent(share)],
    }));
  return (
    <>
      <Table
        caption={`Share of the variance of ${MEASURE_NAMES[plan.measure]}`}
        columns={[{ title: 'Setting' }, { title: 'Explains alone', isNumber: true }]}
        rows={rows}
      />
      <Muted>
        An estimate from {outcomes.length} trials, within these ranges only. What chance explains is taken off. What two settings
        explain only together is in no row, so the rows need not add up to 100 %. Fewer than about 20 trials tell little.
      </Muted>
    </>
  );
}
