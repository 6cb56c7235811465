import { useCallback, useMemo, useState } from 'react';
import styles from './CurveChart.module.css';
import { CurvePlot } from './CurvePlot.tsx';
import { CurveTable } from './CurveTable.tsx';
import type { CurveSeries, ReferenceLine, XAxis, YAxis } from './curve.ts';
import { lastPoint } from './curve.ts';
import { summarize } from './summarize.ts';

interface CurveChartProps {
  readonly title: string;
  readonly series: readonly CurveSeries[];
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
  const { title: xTitle, last } = x;
  const { title: yTitle, unit, digits } = y;
  const curves = useMemo(
    () => ({
      series,
      references,
      x: { title: xTitle, ...(last === undefined ? {} : { last }) },
      y: { title: yTitle, ...(unit === undefined ? {} : { unit }), ...(digits === undefined ? {} : { digits }) },
    }),
    [series, references, xTitle, last, yTitle, unit, digits],
  );
  const hasPoints = series.some((one) => lastPoint(one));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        {hasPoints && !failed && (
          <button
            type="button"
            role="switch"
            aria-checked={asTable}
            className={styles.switch}
            onClick={() => setAsTable(!asTable)}
          >
            Show as table
          </button>
        )}
      </figcaption>
      {!hasPoints && <p className={styles.empty}>{empty}</p>}
      {failed && (
        <p className={styles.failure} role="status">
          The chart could not be drawn, so here are its numbers. Reload the page to try again; training is not affected.
        </p>
      )}
      {hasPoints && (asTable || failed) && <CurveTable curves={curves} />}
      {hasPoints && !asTable && !failed && <CurvePlot curves={curves} summary={summarize(curves)} onFail={fail} />}
    </figure>
  );
}
