import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import styles from './StrategyChoice.module.css';
import { STRATEGIES } from './strategies.ts';

const selectHasTimes = ({ data }: NotebookState) => data.summary === null || data.summary.firstTimestamp !== null;

/** How it is decided what to hold out. */
export function StrategyChoice() {
  const { split } = useNotebookState(selectConfiguration);
  const hasTimes = useNotebookState(selectHasTimes);
  const { set } = useActions();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">Split</legend>
      {STRATEGIES.map(({ name, title, purpose, needsTimes }) => {
        const barred = needsTimes && !hasTimes;
        return (
          <label key={name} className={styles.card} data-barred={barred || undefined}>
            <input
              type="radio"
              name="split"
              className={styles.radio}
              checked={split === name}
              disabled={barred}
              aria-label={title}
              aria-describedby={`split-${name}`}
              onChange={() => set('split', name)}
            />
            <span className={styles.name}>{title}</span>
            <span id={`split-${name}`} className={styles.purpose}>
              {barred ? 'Not possible: these ratings have no times.' : purpose}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
