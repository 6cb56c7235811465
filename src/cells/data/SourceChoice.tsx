import type { NamedData } from '../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectDataChoice, selectTraining } from '../../state/selectors.ts';
import { FileDrop } from './FileDrop.tsx';
import styles from './SourceChoice.module.css';

const NAMED: readonly { readonly choice: NamedData; readonly title: string; readonly purpose: string }[] = [
  {
    choice: 'bundled',
    title: 'MovieLens Latest Small',
    purpose: '100,004 real ratings by real people; they come with the page.',
  },
  {
    choice: 'synthetic-1m',
    title: 'Synthetic 1M',
    purpose: '1,000,209 made-up ratings in the shape of MovieLens 1M, with tastes in them for a model to find.',
  },
];

/** Which data is loaded, and the way to other data. */
export function SourceChoice() {
  const current = useNotebookState(selectDataChoice);
  const training = useNotebookState(selectTraining);
  const { load } = useActions();
  return (
    <fieldset className={styles.choice} disabled={training}>
      <legend className="visually-hidden">Data set</legend>
      {NAMED.map(({ choice, title, purpose }) => (
        <label key={choice} className={styles.card} data-current={choice === current || undefined}>
          <input
            type="radio"
            name="data"
            className={styles.radio}
            checked={choice === current}
            onChange={() => void load(choice)}
            aria-describedby={`data-${choice}`}
            aria-label={title}
          />
          <span className={styles.title}>{title}</span>
          <span id={`data-${choice}`} className={styles.purpose}>
            {purpose}
          </span>
        </label>
      ))}
      <FileDrop
        current={typeof current === 'string' ? null : current.name}
        disabled={training}
        onFile={(file) => void load(file)}
      />
      {training && <p className={styles.note}>Stop the run to load other data.</p>}
    </fieldset>
  );
}
