import { haltedAt } from '../../state/halted.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import {
  selectCanTrain,
  selectRunHasSteps,
  selectRunStaleReason,
  selectTrainLabel,
  selectTrainStatus,
} from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Muted } from '../../ui/Muted.tsx';
import { selectCanPace } from './pacing/pacing.ts';
import styles from './RunControls.module.css';

const selectPhase = ({ training }: NotebookState) => training.run.phase;

/** The buttons of the run. The first stays the same element in every phase, so that the keyboard's place stays with it. */
export function RunControls() {
  const phase = useNotebookState(selectPhase);
  const stale = useNotebookState(selectTrainStatus) === 'stale';
  const canPace = useNotebookState(selectCanPace);
  const { stop } = useActions();
  return (
    <div className={classes(styles.row, stale && styles.stale)}>
      <PrimaryAction />
      {canPace && <StepButtons />}
      {(phase === 'running' || phase === 'paused') && (
        <Button icon="stop" onClick={() => stop()}>
          Stop
        </Button>
      )}
      <Hint />
    </div>
  );
}

const selectCanStep = (state: NotebookState): boolean => state.training.run.phase !== 'running' && selectCanTrain(state);

/** They stay while the run goes, so that nothing moves and the keyboard's place stays with them. */
function StepButtons() {
  const canStep = useNotebookState(selectCanStep);
  const { step } = useActions();
  return (
    <div className={styles.steps}>
      <Button icon="step" aria-disabled={!canStep} onClick={() => canStep && void step('batch')}>
        Step batch
      </Button>
      <Button icon="skip" aria-disabled={!canStep} onClick={() => canStep && void step('epoch')}>
        Step epoch
      </Button>
    </div>
  );
}

function PrimaryAction() {
  const phase = useNotebookState(selectPhase);
  const canTrain = useNotebookState(selectCanTrain);
  const label = useNotebookState(selectTrainLabel);
  const { train, pause, resume } = useActions();
  const hasSteps = useNotebookState(selectRunHasSteps);
  const isFitting = phase === 'running' && !hasSteps;
  if (isFitting) {
    return (
      <Button look="primary" icon="play" aria-disabled>
        Fitting…
      </Button>
    );
  }
  const [words, act] =
    phase === 'running'
      ? (['Pause', pause] as const)
      : phase === 'paused'
        ? (['Resume', resume] as const)
        : ([label, train] as const);
  return (
    <Button
      look="primary"
      icon={phase === 'running' ? 'pause' : 'play'}
      disabled={!canTrain}
      // The second click of a double click is meant for what stood here before.
      onClick={({ detail }) => detail < 2 && void act()}
    >
      {words}
    </Button>
  );
}

const selectHint = (state: NotebookState): string | null => {
  const { data, training } = state;
  if (training.run.phase === 'running' && training.start === null)
    return selectRunHasSteps(state) ? 'Choosing an engine and preparing the tables…' : null;
  const halted = training.run.phase === 'paused' && haltedAt(training.progress);
  if (halted) return `Paused ${halted}.`;
  return data.summary === null ? 'Available once the data above is loaded.' : null;
};

function Hint() {
  const hint = useNotebookState(selectHint);
  const stale = useNotebookState(selectTrainStatus) === 'stale';
  const reason = useNotebookState(selectRunStaleReason);
  if (stale && reason) {
    return (
      <p className={styles.reason}>
        <strong>{reason}</strong> The curves are from the previous run.
      </p>
    );
  }
  return <Muted className={styles.hint}>{hint}</Muted>;
}
