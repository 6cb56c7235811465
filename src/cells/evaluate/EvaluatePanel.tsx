import { isBusy } from '../../core/cell-machine.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TestLooks } from '../TestLooks.tsx';
import styles from './EvaluateCell.module.css';
import { EvaluateSettings } from './EvaluateSettings.tsx';
import { EvaluationResult } from './EvaluationResult.tsx';
import { LeakageLens } from './leakage/LeakageLens.tsx';
import { selectEvaluate, selectHindrance, selectRunInUse, selectStaleEvaluation } from './selectors.ts';
import { WorkUnderWay } from './WorkUnderWay.tsx';

export function EvaluatePanel() {
  const { run, result, part } = useNotebookState(selectEvaluate);
  const stale = useNotebookState(selectStaleEvaluation);
  const hindrance = useNotebookState(selectHindrance);
  return (
    <div className={styles.cell}>
      <EvaluateSettings />
      <EvaluateButton />
      {part === 'test' && <LooksInUse />}
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      {stale && <Notice tone="stale" message={stale} remedy={hindrance ?? 'Evaluate again to bring the figures up to date.'} />}
      {result === null ? <Nothing /> : <EvaluationResult evaluation={result.evaluation} of={result.of} />}
      <LeakageLens />
    </div>
  );
}

function LooksInUse() {
  const run = useNotebookState(selectRunInUse);
  return run && <TestLooks id={run.runId} />;
}

function EvaluateButton() {
  const { run, progress, part } = useNotebookState(selectEvaluate);
  const hindrance = useNotebookState(selectHindrance);
  const { evaluate, stopEvaluating } = useActions();
  if (isBusy(run)) {
    return (
      <WorkUnderWay
        label="Evaluation"
        share={progress?.share ?? 0}
        words={progress ? `Measuring: ${progress.doing}…` : 'Computing the lists of all users…'}
        isAnnounced
        onCancel={stopEvaluating}
      />
    );
  }
  return (
    <div className={styles.row}>
      <Button look="primary" icon="play" disabled={hindrance !== null} onClick={() => void evaluate()}>
        {part === 'test' ? 'Evaluate on the test part' : 'Evaluate'}
      </Button>
      <Muted as="span">{hindrance ?? (part === 'test' ? 'The test part is measured once per run.' : '')}</Muted>
    </div>
  );
}

function Nothing() {
  const { run } = useNotebookState(selectEvaluate);
  if (isBusy(run)) return null;
  return (
    <Muted>
      A sentence appears here that says whether these lists are better than the most popular movies. Its figures follow, next to
      models without gradients.
    </Muted>
  );
}
