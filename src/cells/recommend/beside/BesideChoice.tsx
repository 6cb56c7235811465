import type { RunStart } from '../../../core/run-report.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Muted } from '../../../ui/Muted.tsx';
import type { Recommendation } from '../contract.ts';
import { selectWeights } from '../selectors.ts';
import styles from './Beside.module.css';
import { BesideList } from './BesideList.tsx';
import { missingWords, otherChoices } from './others.ts';

const selectOther = ({ beside }: NotebookState) => beside.other;
const selectRuns = ({ runs }: NotebookState) => runs;

interface BesideChoiceProps {
  readonly result: Recommendation;
  readonly inUse: RunStart;
}

/** Which model to put beside the one in use, and both lists. */
export function BesideChoice({ result, inUse }: BesideChoiceProps) {
  const other = useNotebookState(selectOther);
  const runs = useNotebookState(selectRuns);
  const weights = useNotebookState(selectWeights);
  const { chooseBeside } = useActions();
  const choices = otherChoices(runs, inUse);
  const choice = choices.find(({ value }) => value === other);
  return (
    <div className={styles.beside}>
      <label className={styles.label}>
        Compare with another model
        <select className={styles.control} value={choice ? other : ''} onChange={({ target }) => chooseBeside(target.value)}>
          <option value="">None</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {other !== '' && !choice && <Muted role="status">{missingWords(other)}</Muted>}
      {choice && (
        <BesideList
          choice={choice}
          userId={result.userId}
          mine={`Run ${inUse.number}, in use`}
          of={`${weights} ${result.milliseconds}`}
        />
      )}
    </div>
  );
}
