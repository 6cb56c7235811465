import { memo, useMemo, useState } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { LEAST_ERROR_SPAN, LEAST_NDCG_SPAN } from '../../core/measure.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { atTheirPlaces, type CurveBy, type CurveOf, curvesOfRuns } from './drawn-curves.ts';
import styles from './RunsPanel.module.css';
import { selectDrawn, selectRecords } from './selectors.ts';

const AXES = {
  rmse: { title: 'Validation RMSE', unit: 'stars', leastSpan: LEAST_ERROR_SPAN },
  ndcg: { title: 'NDCG@10', leastSpan: LEAST_NDCG_SPAN },
} as const;

/** The curves of the runs that are ticked, each in its colour. */
export const RunCurves = memo(function RunCurves() {
  const records = useNotebookState(selectRecords);
  const drawn = useNotebookState(selectDrawn);
  const [of, setOf] = useState<CurveOf>('rmse');
  const [by, setBy] = useState<CurveBy>('epoch');
  const { series, without } = useMemo(() => {
    const found = curvesOfRuns(records, drawn, of, by);
    return { ...found, series: atTheirPlaces(found.series, drawn) };
  }, [records, drawn, of, by]);
  return (
    <div className={styles.curves}>
      <div className={styles.choices}>
        <ChoiceField
          className={styles.choice}
          label="Curve of"
          value={of}
          options={[
            ['rmse', 'Validation RMSE'],
            ['ndcg', 'NDCG@10'],
          ]}
          onChange={setOf}
        />
        <ChoiceField
          className={styles.choice}
          label="By"
          value={by}
          options={[
            ['epoch', 'Epoch'],
            ['seconds', 'Seconds'],
          ]}
          onChange={setBy}
        />
      </div>
      <CurveChart
        title={by === 'epoch' ? 'Runs by epoch' : 'Runs by seconds of training'}
        series={series}
        x={{ title: by === 'epoch' ? 'epoch' : 'seconds' }}
        y={AXES[of]}
        isLive={false}
        empty={`Tick up to ${drawn.length} runs in the table to lay their curves over each other here.`}
      />
      {!drawn.includes(null) && (
        <Muted>{drawn.length} curves are drawn, as many as there are colours: untick one to draw another.</Muted>
      )}
      {without.length > 0 && <Muted>Without such a curve: {without.join(', ')}.</Muted>}
    </div>
  );
});
