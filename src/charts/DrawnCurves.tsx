import styles from './CurveChart.module.css';
import { CurvePlot } from './CurvePlot.tsx';
import { CurveTable } from './CurveTable.tsx';
import type { Curves } from './curve.ts';
import { summarize } from './summarize.ts';

interface DrawnCurvesProps {
  readonly curves: Curves;
  readonly asTable: boolean;
  readonly isLive: boolean;
  /** Whether they could not be drawn, so that their numbers stand in. */
  readonly failed: boolean;
  readonly onFail: () => void;
  readonly onRetry: () => void;
}

/** Content of CurveChart, fetched with its first point. */
export function DrawnCurves({ curves, asTable, isLive, failed, onFail, onRetry }: DrawnCurvesProps) {
  const named = { ...curves, series: curves.series.filter(({ name }) => name !== '') };
  if (!asTable && !failed) return <CurvePlot curves={curves} summary={summarize(named)} isLive={isLive} onFail={onFail} />;
  return (
    <>
      {failed && <Failure onRetry={onRetry} />}
      <CurveTable curves={named} />
    </>
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
