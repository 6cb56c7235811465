import { DotChart } from '../../charts/DotChart.tsx';
import { labelOf } from '../../core/settings/words.ts';
import { type Axis, type AxisValue, formatValue } from '../../core/sweep/axis.ts';
import type { Outcome } from '../../core/sweep/importance.ts';
import type { SweepPlan } from '../../core/sweep/plan.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { MEASURE_NAMES } from './course-words.ts';
import { outcomesOf } from './outcomes.ts';
import styles from './SweepPanel.module.css';
import { selectTrials } from './selectors.ts';

interface SlicesProps {
  readonly plan: SweepPlan;
}

/** What the trials came to, over each setting. */
export function Slices({ plan }: SlicesProps) {
  const outcomes = outcomesOf(plan, useNotebookState(selectTrials));
  return (
    <div className={styles.slices}>
      {plan.axes.map((axis, at) => (
        <DotChart
          key={axis.name}
          title={labelOf(axis.name, plan.base)}
          x={{ title: labelOf(axis.name, plan.base), isLog: isLog(axis) }}
          y={{ title: MEASURE_NAMES[plan.measure] }}
          points={outcomes.map((outcome) => pointOf(axis, at, outcome))}
        />
      ))}
    </div>
  );
}

const isLog = (axis: Axis): boolean => axis.kind === 'range' && axis.scale === 'log';

function pointOf(axis: Axis, at: number, { values, value }: Outcome) {
  const own = values[at] as AxisValue;
  const x = typeof own === 'number' ? own : axis.kind === 'list' ? axis.values.indexOf(own) : 0;
  return { x, y: value, label: formatValue(axis.name, own) };
}
