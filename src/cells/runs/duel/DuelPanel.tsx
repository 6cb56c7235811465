import { useState } from 'react';
import { isBusy } from '../../../core/cell-machine.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AsideWork } from '../AsideWork.tsx';
import styles from '../RunsPanel.module.css';
import { selectDuel } from '../selectors.ts';
import { DuelForm, INITIAL } from './DuelForm.tsx';
import { DuelResult } from './DuelResult.tsx';

/** Two configurations train for the same time. */
export function DuelPanel() {
  const { run, progress, result } = useNotebookState(selectDuel);
  const { stopDuel } = useActions();
  // Here, so that it is as it was once the duel is over.
  const [choice, setChoice] = useState(INITIAL);
  const seconds = result?.request.seconds ?? 0;
  return (
    <div className={styles.details}>
      <Muted>
        Two settings train for the same seconds, one after the other, on the same split with the same seed. Training and
        validation count, pauses and the choice of an engine do not. The test part stays untouched.
      </Muted>
      {isBusy(run) ? (
        <AsideWork
          label="Equal-time duel"
          share={progress?.share ?? 0}
          secondsLeft={progress && 2 * seconds * (1 - progress.share)}
          words={progress?.side === 1 ? 'Side B' : 'Side A'}
          onStop={stopDuel}
        />
      ) : (
        <DuelForm choice={choice} onChange={setChoice} />
      )}
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      {result && <DuelResult {...result} isOver={!isBusy(run)} />}
    </div>
  );
}
