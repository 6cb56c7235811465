import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { formatCount } from '../ui/format.ts';
import { useSay } from '../ui/words.tsx';
import { Marquee } from './Marquee.tsx';
import styles from './Masthead.module.css';
import { NextStep } from './NextStep.tsx';

const selectSummary = ({ data }: NotebookState) => data.summary;

/** What this is, in one line, and what to do next. */
export function Masthead() {
  const summary = useNotebookState(selectSummary);
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
        <NextStep />
      </div>
      <Marquee />
    </header>
  );
}
