import { isBusy } from '../../core/cell-machine.ts';
import { problemsOf } from '../../core/sweep/problems.ts';
import { selectAsideWork, selectGoesFirst } from '../../state/aside-work.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { courseOf } from './course.ts';
import { sizeWords, stateWords } from './course-words.ts';
import { isOfData } from './of-data.ts';
import styles from './SweepPanel.module.css';
import { selectSettings, selectSweep, selectTrials } from './selectors.ts';

const selectSummary = ({ data }: NotebookState) => data.summary;
const selectNotStored = ({ runs }: NotebookState) => runs.problem;

export function SweepControls() {
  const { run } = useNotebookState(selectSweep);
  return (
    <div className={styles.progress}>
      {isBusy(run) ? <UnderWay /> : <Start />}
      <Course />
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
    </div>
  );
}

function Start() {
  const { settings } = useNotebookState(selectSettings);
  const configuration = useNotebookState(selectConfiguration);
  const underWay = useNotebookState(selectAsideWork);
  const { startSweep } = useActions();
  const problems = problemsOf(settings, configuration);
  return (
    <>
      {problems.map((problem) => (
        <Notice key={problem} tone="info" message={problem} />
      ))}
      <div className={styles.row}>
        <Button look="primary" icon="play" disabled={problems.length > 0 || underWay !== null} onClick={() => void startSweep()}>
          Start the sweep
        </Button>
        <GoOn disabled={underWay !== null} />
        <Reset />
        <Size />
      </div>
      {underWay && <Muted role="status">{underWay}</Muted>}
    </>
  );
}

const selectRecords = ({ runs }: NotebookState) => runs.records;

/** How many trials that makes, and about how long they take. */
function Size() {
  const { settings } = useNotebookState(selectSettings);
  const configuration = useNotebookState(selectConfiguration);
  const records = useNotebookState(selectRecords);
  const summary = useNotebookState(selectSummary);
  return summary && <Muted as="span">{sizeWords(settings, configuration, records, summary)}</Muted>;
}

function GoOn({ disabled }: { readonly disabled: boolean }) {
  const { plan } = useNotebookState(selectSweep);
  const trials = useNotebookState(selectTrials);
  const summary = useNotebookState(selectSummary);
  const { goOnWithSweep } = useActions();
  if (plan === null || !isOfData(plan, summary)) return null;
  const { isOver, isTimeUp } = courseOf(plan, trials, null);
  if (isOver || isTimeUp) return null;
  return (
    <Button icon="play" disabled={disabled} onClick={() => void goOnWithSweep()}>
      Continue the sweep
    </Button>
  );
}

/** The first button stays the same element, so that the keyboard's place stays with it. */
function UnderWay() {
  const { run } = useNotebookState(selectSweep);
  const { pauseSweep, resumeSweep, stopSweep } = useActions();
  const isPaused = run.phase === 'paused';
  return (
    <div className={styles.row}>
      <Button look="primary" icon={isPaused ? 'play' : 'pause'} onClick={() => void (isPaused ? resumeSweep() : pauseSweep())}>
        {isPaused ? 'Resume the sweep' : 'Pause the sweep'}
      </Button>
      <Button icon="stop" onClick={() => void stopSweep()}>
        Stop the sweep
      </Button>
    </div>
  );
}

/** It appears once a number that was typed is taken. It stands after Start, which it would else push away from under the click that takes the number. */
function Reset() {
  const { text } = useNotebookState(selectSweep);
  const { resetSweep } = useActions();
  if (text === '') return null;
  return (
    <Button look="quiet" onClick={() => void resetSweep()}>
      Reset the sweep
    </Button>
  );
}

/** How far the sweep is that was begun last. */
function Course() {
  const { plan, run, epochsUnderWay } = useNotebookState(selectSweep);
  const trials = useNotebookState(selectTrials);
  const summary = useNotebookState(selectSummary);
  const waits = useNotebookState(selectGoesFirst);
  const notStored = useNotebookState(selectNotStored);
  if (plan === null || (trials.size === 0 && !isBusy(run))) return null;
  const course = courseOf(plan, trials, epochsUnderWay);
  const words = stateWords(course, plan, { run, waits, isOfData: isOfData(plan, summary) });
  return (
    <>
      {isBusy(run) && <Progress label="Sweep" share={course.share} />}
      <Muted>{words}</Muted>
      {notStored && (
        <Notice
          tone="info"
          message={notStored.message}
          remedy={`The trials of this visit are listed until the page is closed; save them as a file in the Runs cell to keep them. ${notStored.remedy}`}
        />
      )}
    </>
  );
}
