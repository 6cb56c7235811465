import { isPairwise } from '../core/loss.ts';
import { measureOf, STARS_ALONE } from '../core/measure.ts';
import type { RunProgress, RunStart } from '../core/run-report.ts';
import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectRunHasSteps, selectTraining } from '../state/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, formatRmse, formatSeconds } from '../ui/format.ts';
import { Progress } from '../ui/Progress.tsx';
import { useSay } from '../ui/words.tsx';
import styles from './RunBar.module.css';
import { modelLabel, runShare } from './run-progress.ts';

/** Stays in view while a run goes or is halted. */
export function RunBar() {
  return useNotebookState(selectTraining) ? <Bar /> : null;
}

const selectRun = ({ training }: NotebookState) => training;

function Bar() {
  const training = useNotebookState(selectRun);
  const { run, start, progress } = training;
  const { pause, resume, stop } = useActions();
  const hasSteps = useNotebookState(selectRunHasSteps);
  const share = runShare(training);
  const measure = measureOf(start?.configuration ?? STARS_ALONE);
  return (
    <section className={styles.bar} aria-label="The run">
      <Progress label="Training" share={share} />
      <div className={styles.content}>
        <p className={styles.what}>
          <strong>{start ? modelLabel(start) : 'Preparing'}</strong>
          {progress && start && hasSteps && (
            <span>
              epoch {progress.epoch} of {start.configuration.epochs}
            </span>
          )}
        </p>
        <dl className={styles.figures}>
          {hasSteps && (
            <Figure
              label={`Train ${measure.error}`}
              value={typeof progress?.trainError === 'number' ? formatRmse(progress.trainError) : '–'}
              unit={measure.unit}
            />
          )}
          <Figure
            label={`${per(start)}/s`}
            value={typeof progress?.ratingsPerSecond === 'number' ? formatCount(progress.ratingsPerSecond) : '–'}
          />
          <Figure label="Left" value={run.phase === 'paused' ? 'paused' : progress ? timeLeft(progress) : '–'} />
        </dl>
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
      </div>
    </section>
  );
}

const timeLeft = ({ secondsLeft }: RunProgress): string => (secondsLeft === null ? '–' : formatSeconds(secondsLeft));

const per = (start: RunStart | null): string => (start && isPairwise(start.configuration.loss) ? 'Pairs' : 'Ratings');

function Figure({ label, value, unit }: { readonly label: string; readonly value: string; readonly unit?: string }) {
  const say = useSay();
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {value}
        {unit && <span className={styles.unit}> {say(unit)}</span>}
      </dd>
    </div>
  );
}
