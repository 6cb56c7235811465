import { useCallback, useMemo, useState } from 'react';
import { later } from '../ui/later.tsx';
import { TableSwitch } from '../ui/TableSwitch.tsx';
import { useSay } from '../ui/words.tsx';
import styles from './CurveChart.module.css';
import { type CurveSeries, lastPoint, type ReferenceLine, type XAxis, type YAxis } from './curve.ts';

const DrawnCurves = later(async () => (await import('./DrawnCurves.tsx')).DrawnCurves);

interface CurveChartProps {
  readonly title: string;
  readonly series: readonly CurveSeries[];
  /** One whose value is not finite is left out. */
  readonly references?: readonly ReferenceLine[];
  readonly x: XAxis;
  readonly y: YAxis;
  /** What will be here, while no series has a point. */
  readonly empty: string;
  /** Whether points come while a model is trained, as they do where this is absent. */
  readonly isLive?: boolean;
}

const NONE: readonly ReferenceLine[] = [];

/** Live curves by tfjs-vis, which is loaded with the first point; the same numbers as a table on request or when that fails. */
export function CurveChart({ title, series, references = NONE, x, y, empty, isLive = true }: CurveChartProps) {
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const retry = useCallback(() => setFailed(false), []);
  const { last, isLog10 } = x;
  const { digits, leastSpan } = y;
  const [xTitle, yTitle, unit] = [
    say(x.title) + (isLog10 ? ', log scale (base 10)' : ''),
    say(y.title),
    y.unit === undefined ? undefined : say(y.unit),
  ];
  const curves = useMemo(() => {
    const levels = references.filter(({ value }) => Number.isFinite(value)).map((level) => ({ ...level, name: say(level.name) }));
    return { series, references: levels, x: { title: xTitle, last, isLog10 }, y: { title: yTitle, unit, digits, leastSpan } };
  }, [series, references, xTitle, last, isLog10, yTitle, unit, digits, leastSpan, say]);
  const hasPoints = series.some((one) => lastPoint(one));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{say(title)}</span>
        {hasPoints && !failed && <TableSwitch on={asTable} onChange={setAsTable} />}
      </figcaption>
      {!hasPoints && <p className={styles.empty}>{say(empty)}</p>}
      {hasPoints && (
        <div className={styles.drawn}>
          <DrawnCurves curves={curves} asTable={asTable} isLive={isLive} failed={failed} onFail={fail} onRetry={retry} />
        </div>
      )}
    </figure>
  );
}
