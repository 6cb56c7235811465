import { useCallback, useMemo, useState } from 'react';
import { TableSwitch } from '../ui/TableSwitch.tsx';
import styles from './CurveChart.module.css';
import { CurvePlot } from './CurvePlot.tsx';
import { CurveTable } from './CurveTable.tsx';
import { type CurveSeries, lastPoint, type ReferenceLine, type XAxis, type YAxis } from './curve.ts';
import { summarize } from './summarize.ts';

interface CurveChartProps {
  readonly title: string;
  readonly series: readonly CurveSeries[];
  /** One whose value is not finite is left out. */
  readonly references?: readonly ReferenceLine[];
  readonly x: XAxis;
  readonly y: YAxis;
  /** What will be here, while no series has a point. */
  readonly empty: string;
}

const NONE: readonly ReferenceLine[] = [];

/** Live curves by tfjs-vis, which is loaded with the first point; the same numbers as a table on request or when that fails. */
export function CurveChart({ title, series, references = NONE, x, y, empty }: CurveChartProps) {
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const { title: xTitle, last, isLog10 } = x;
  const { title: yTitle, unit, digits } = y;
  const curves = useMemo(() => {
    const levels = references.filter(({ value }) => Number.isFinite(value));
    return { series, references: levels, x: { title: xTitle, last, isLog10 }, y: { title: yTitle, unit, digits } };
  }, [series, references, xTitle, last, isLog10, yTitle, unit, digits]);
  const hasPoints = series.some((one) => lastPoint(one));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        {hasPoints && !failed && <TableSwitch on={asTable} onChange={setAsTable} />}
      </figcaption>
      {!hasPoints && <p className={styles.empty}>{empty}</p>}
      {hasPoints && failed && <Failure onRetry={() => setFailed(false)} />}
      {hasPoints && (asTable || failed) && <CurveTable curves={curves} />}
      {hasPoints && !asTable && !failed && <CurvePlot curves={curves} summary={summarize(curves)} onFail={fail} />}
    </figure>
  );
}

function Failure({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div className={styles.failure}>
      <p role="status">The chart could not be drawn, so here are its numbers. Training is not affected.</p>
      <button type="button" className={styles.retry} onClick={onRetry}>
        Draw it again
      </button>
    </div>
  );
}
