import { isBusy } from '../../../core/cell-machine.ts';
import { SETTINGS } from '../../../core/hyperparameters.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WorkUnderWay } from '../WorkUnderWay.tsx';
import type { LeakageProgress } from './contract.ts';
import styles from './Leakage.module.css';
import { LeakageResult } from './LeakageResult.tsx';
import { selectCanCompare, selectLeakage, selectStaleTable } from './selectors.ts';

/** Content of LeakageLens, fetched when that is opened. */
export function LeakagePanel() {
  const { run, result } = useNotebookState(selectLeakage);
  const stale = useNotebookState(selectStaleTable);
  return (
    <div className={styles.panel}>
      <Muted>
        Trains with the current settings under three splits: a random share, the last ratings of each user, and a cut in time.
        Each is measured on its held-out ratings. The run above and the weights in use do not change.
      </Muted>
      <CompareButton />
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      {stale && <Notice tone="stale" message={stale} remedy="Compare again to bring the table up to date." />}
      {result && <LeakageResult {...result} />}
    </div>
  );
}

function CompareButton() {
  const { run, progress } = useNotebookState(selectLeakage);
  const canCompare = useNotebookState(selectCanCompare);
  const { compareSplits, stopComparing } = useActions();
  if (isBusy(run)) {
    return (
      <WorkUnderWay
        label="Three splits"
        share={progress?.share ?? 0}
        words={progress ? progressWords(progress) : 'Choosing an engine…'}
        onCancel={stopComparing}
      />
    );
  }
  return (
    <div className={styles.row}>
      <Button icon="play" disabled={!canCompare} onClick={() => void compareSplits()}>
        Train under three splits
      </Button>
      {!canCompare && <Muted as="span">Available once nothing else is running.</Muted>}
    </div>
  );
}

function progressWords({ split, doing, secondsLeft }: LeakageProgress): string {
  const what = `${formatSetting(SETTINGS.split, split)}: ${doing}…`;
  return secondsLeft === null ? what : `${what} about ${formatSeconds(Math.max(1, secondsLeft))} left`;
}
