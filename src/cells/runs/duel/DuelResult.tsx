import { useMemo, useState } from 'react';
import { CurveChart } from '../../../charts/CurveChart.tsx';
import { measureOf } from '../../../core/measure.ts';
import { useNotebookState } from '../../../state/hooks.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import styles from '../RunsPanel.module.css';
import { selectRuns } from '../selectors.ts';
import type { DuelState } from './contract.ts';
import { duelCurves } from './duel-curves.ts';
import { hasOneError, literatureWords, resultWords, sideNames } from './duel-words.ts';

interface DuelResultProps extends NonNullable<DuelState['result']> {
  readonly isOver: boolean;
}

export function DuelResult({ request, epochs, records, isOver }: DuelResultProps) {
  const { drawn } = useNotebookState(selectRuns);
  const { sides, seconds } = request;
  const hasErrors = hasOneError(sides);
  const [wanted, setOf] = useState<'error' | 'list'>('error');
  const of = hasErrors ? wanted : 'list';
  const { error, unit } = measureOf(sides[0]);
  const names = useMemo(() => sideNames(sides), [sides]);
  const series = useMemo(
    () => duelCurves(epochs, records, { of, names, seconds, drawn }),
    [epochs, records, of, names, seconds, drawn],
  );
  const failed = records.filter(({ outcome }) => outcome === 'failed').map(({ group }) => names[group?.place === 1 ? 1 : 0]);
  const literature = literatureWords({ request, epochs });
  return (
    <div className={styles.curves}>
      {hasErrors && (
        <ChoiceField
          className={styles.choice}
          label="Curve of"
          value={of}
          options={[
            ['error', `Validation ${error}`],
            ['list', 'NDCG@10'],
          ]}
          onChange={setOf}
        />
      )}
      <CurveChart
        title={`${formatSeconds(seconds)} each`}
        series={series}
        x={{ title: 'seconds', last: seconds }}
        y={of === 'error' ? { title: `Validation ${error}`, unit: unit || undefined } : { title: 'NDCG@10' }}
        empty="The curves begin with the first epoch."
      />
      {isOver && records.length === 2 && (
        <div role="status">
          {failed.length > 0 && <p>{failed.join(' and ')} diverged; its epochs until then count.</p>}
          <p>
            <strong>{resultWords({ request, epochs }).join(' ')}</strong>
          </p>
          {literature && (
            <p>
              {literature.found} {literature.here}
            </p>
          )}
        </div>
      )}
      {isOver && records.length < 2 && <Muted>Stopped before both had their time, so nobody is ahead.</Muted>}
      <Muted>
        What counts is the best epoch of each that ended within its seconds. This is one run each: repeat both with the same seeds
        to see whether a difference is more than chance.
      </Muted>
    </div>
  );
}
