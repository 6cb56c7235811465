import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectCanTrain, selectRunHasSteps, selectTraining, selectTrainLabel } from '../state/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount } from '../ui/format.ts';
import { useSay } from '../ui/words.tsx';
import { Marquee } from './Marquee.tsx';
import styles from './Masthead.module.css';
import { scrollToCell } from './scroll-to-cell.ts';

const selectData = ({ data }: NotebookState) => data;
const PLAY = { icon: 'play' } as const;

const selectPhase = ({ training }: NotebookState) => training.run.phase;
const selectTrained = ({ training }: NotebookState) => training.inUse !== null;

/** What this is, in one line, and the button that does it. */
export function Masthead() {
  const { summary } = useNotebookState(selectData);
  const say = useSay();
  const ratings = summary ? formatCount(summary.ratings) : 'thousands of';
  const kind = summary?.kind === 'synthetic' ? 'made-up' : 'real';
  return (
    <header className={styles.masthead}>
      <div className={styles.words}>
        <h1 className={styles.name}>Matinee</h1>
        <p className={styles.line}>
          {say(`Train a movie recommender in this tab, on ${ratings} ${kind} ratings, and see what it picks for anyone.`)}
        </p>
        <Start />
      </div>
      <Marquee />
    </header>
  );
}

function Start() {
  const { train } = useActions();
  const data = useNotebookState(selectData);
  const training = useNotebookState(selectTraining);
  const phase = useNotebookState(selectPhase);
  const trained = useNotebookState(selectTrained);
  const canTrain = useNotebookState(selectCanTrain);
  const label = useNotebookState(selectTrainLabel);
  const hasSteps = useNotebookState(selectRunHasSteps);
  return (
    <div className={styles.start}>
      <Button
        look="primary"
        {...(training ? {} : PLAY)}
        className={styles.train}
        disabled={!canTrain}
        aria-disabled={training}
        onClick={() => void train()}
      >
        {phase === 'paused' ? 'Paused' : training ? (hasSteps ? 'Training…' : 'Fitting…') : label}
      </Button>
      {data.run.phase === 'running' && <span className={styles.hint}>Loading the ratings…</span>}
      {data.run.phase === 'failed' && (
        <Button look="quiet" onClick={() => scrollToCell('data')}>
          The ratings did not load: see why
        </Button>
      )}
      {(training || trained) && (
        <Button look="quiet" icon="down" onClick={() => scrollToCell(training ? 'train' : 'recommend')}>
          {training ? (hasSteps ? 'See the error' : 'See the progress') : 'Choose another user'}
        </Button>
      )}
    </div>
  );
}
