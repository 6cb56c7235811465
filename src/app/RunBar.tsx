import { isPairwise } from '../core/loss.ts';
import { measureOf, STARS_ALONE } from '../core/measure.ts';
import type { RunProgress, RunStart } from '../core/run-report.ts';
import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectRunHasSteps, selectTraining } from '../state/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, formatRmse, formatSeconds } from '../ui/format.ts';
import { Progress } from '../ui/Progress.tsx';
import { useSay } from '../ui/words.tsx';
import { MiniCurve } from './MiniCurve.tsx';
import styles from './RunBar.module.css';
import { modelLabel, runShare } from './run-progress.ts';

/** Stays in view while a run goes or is halted. */
export function RunBar() {
  return useNotebookState(selectTraining) ? <Bar /> : null;
}

const selectRun = ({ training }: NotebookState) => training;

function Bar() {
  const training = useNotebookState(selectRun);
  const { start, progress } = training;
  const hasSteps = useNotebookState(selectRunHasSteps);
  return (
    <section className={styles.bar} aria-label="The run">
      <Progress label="Training" share={runShare(training)} />
      <div className={styles.content}>
        <p className={styles.what}>
          <strong>{start ? modelLabel(start) : 'Preparing'}</strong>
          {progress && start && hasSteps && (
            <span>
              epoch {progress.epoch} of {start.configuration.epochs}
            </span>
          )}
        </p>
        {hasSteps && <MiniCurve training={training} />}
        <RunNumbers training={training} hasSteps={hasSteps} />
        <RunButtons training={training} hasSteps={hasSteps} />
      </div>
    </section>
  );
}

interface PartProps {
  readonly training: NotebookState['training'];
  readonly hasSteps: boolean;
}

function RunNumbers({ training: { run, start, progress, epochs }, hasSteps }: PartProps) {
  const { error, unit } = measureOf(start?.configuration ?? STARS_ALONE);
  const last = epochs.at(-1);
  return (
    <dl className={styles.figures}>
      {hasSteps && (
        <Figure
          label={`Train ${error}`}
          value={write(progress?.trainError ?? last?.trainError, formatRmse)}
          unit={unit}
          look="train"
        />
      )}
      {hasSteps && start?.validationRatings !== 0 && (
        <Figure label="Validation" value={write(last?.validationError, formatRmse)} look="validation" />
      )}
      <Figure label={`${per(start)}/s`} value={write(progress?.ratingsPerSecond, formatCount)} look="spare" />
      <Figure label="Left" value={run.phase === 'paused' ? 'paused' : progress ? timeLeft(progress) : '–'} />
    </dl>
  );
}

function RunButtons({ training: { run, start }, hasSteps }: PartProps) {
  const { pause, resume, stop } = useActions();
  return (
    <div className={styles.buttons}>
      {run.phase === 'paused' && (
        <Button icon="play" onClick={() => void resume()}>
          Resume
        </Button>
      )}
      {run.phase !== 'paused' && hasSteps && (
        <Button icon="pause" disabled={start === null} onClick={() => void pause()}>
          Pause
        </Button>
      )}
      <Button icon="stop" disabled={start === null} onClick={() => stop()}>
        Stop
      </Button>
    </div>
  );
}

const write = (value: number | null | undefined, format: (value: number) => string): string =>
  value == null ? '–' : format(value);

const timeLeft = ({ secondsLeft }: RunProgress): string => (secondsLeft === null ? '–' : formatSeconds(secondsLeft));

const per = (start: RunStart | null): string => (start && isPairwise(start.configuration.loss) ? 'Pairs' : 'Ratings');

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  /** The curve that it is the end of, or what is left out where the page is narrow. */
  readonly look?: 'train' | 'validation' | 'spare';
}

function Figure({ label, value, unit, look }: FigureProps) {
  const say = useSay();
  return (
    <div className={classes(styles.figure, look && styles[look])}>
      <dt>{label}</dt>
      <dd>
        {value}
        {unit && <span className={styles.unit}> {say(unit)}</span>}
      </dd>
    </div>
  );
}
