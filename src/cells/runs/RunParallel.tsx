import { useMemo } from 'react';
import { ParallelPlot } from '../../charts/ParallelPlot.tsx';
import type { AxisInterval } from '../../charts/parallel.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import type { RunColumn } from './column.ts';
import styles from './RunsPanel.module.css';
import { withRange } from './ranges.ts';
import { axesOf, intervalOf, rangeOf, strandsOf, withGaps } from './run-strands.ts';
import { selectDrawn, selectView } from './selectors.ts';

interface RunParallelProps {
  /** Those that pass the filter; the ranges leave some of them out of view. */
  readonly records: readonly RunRecord[];
  readonly inView: readonly RunRecord[];
  readonly columns: readonly RunColumn[];
  readonly chosen: RunId | null;
  readonly onChoose: (id: RunId | null) => void;
}

/** The columns of the table as axes; a range on one of them filters the table. */
export function RunParallel({ records, inView, columns, chosen, onChoose }: RunParallelProps) {
  const drawn = useNotebookState(selectDrawn);
  const { ranges } = useNotebookState(selectView);
  const { setRunsView } = useActions();
  const axes = useMemo(() => axesOf(records, columns), [records, columns]);
  const strands = useMemo(() => strandsOf(records, axes, drawn), [records, axes, drawn]);
  const out = useMemo(() => {
    const inside = new Set(inView.map(({ id }) => id));
    return new Set(records.map(({ id }) => id).filter((id) => !inside.has(id)));
  }, [records, inView]);
  const gaps = useMemo(() => withGaps(strands), [strands]);
  if (axes.length < 2) return <Muted>These runs differ in fewer than two columns of the table.</Muted>;
  const intervals = Object.fromEntries(
    axes.flatMap((axis) => {
      const interval = intervalOf(axis, ranges[axis.name]);
      return interval ? [[axis.name, interval]] : [];
    }),
  );
  const onRange = (name: string, interval: AxisInterval | null): void => {
    const axis = axes.find((one) => one.name === name);
    if (axis) setRunsView({ ranges: withRange(ranges, name, interval && rangeOf(axis, interval)) });
  };
  return (
    <div className={styles.curves}>
      <ParallelPlot
        title="Parallel coordinates of the runs"
        axes={axes}
        strands={strands}
        ranges={intervals}
        out={out}
        chosen={chosen}
        onChoose={onChoose}
        onRange={onRange}
      />
      <Muted>
        The axes are the columns of the table above in which these runs differ, and the table has the same numbers.
        {gaps > 0 && ` With a gap where a number is missing: ${formatQuantity(gaps, 'run')}.`}
      </Muted>
    </div>
  );
}
