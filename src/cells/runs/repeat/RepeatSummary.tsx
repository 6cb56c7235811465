import { isBusy } from '../../../core/cell-machine.ts';
import type { RepeatGroup } from '../../../core/repeats/groups.ts';
import { againstWords, caveatWords, groupWords, leftOutWords } from '../../../core/repeats/words.ts';
import { runLabel } from '../../../core/run-record.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import styles from '../RunsPanel.module.css';
import { recordOfId, selectRepeat, selectRuns } from '../selectors.ts';
import { groupLabel } from './group-cell.ts';
import { baselineRuns, type Groups } from './rows.ts';

interface RepeatSummaryProps {
  readonly group: RepeatGroup;
  readonly groups: Groups;
}

/** What repeats come to, how they compare with the baseline, and how far that can be trusted. */
export function RepeatSummary({ group, groups }: RepeatSummaryProps) {
  const { records, baseline: id } = useNotebookState(selectRuns);
  const repeat = useNotebookState(selectRepeat);
  const { setBaseline, deleteRuns } = useActions();
  const isGoing = repeat.group === group.id && isBusy(repeat.run);
  const baseline = recordOfId(records, id);
  const against = baseline && baselineRuns(baseline, groups);
  const leftOut = leftOutWords(group);
  const isBaseline = against === group.counted;
  const [first] = group.counted;
  return (
    <div className={styles.details}>
      <p>
        <strong>{groupLabel(group)}.</strong> {groupWords(group)}. {leftOut}
      </p>
      {baseline && against && !isBaseline && (
        <p>
          Compared with {runLabel(baseline)}: {againstWords(group, against)}
        </p>
      )}
      <Muted>± is the 95 % interval of the mean, by Student’s t. {caveatWords(group).join(' ')}</Muted>
      <div className={styles.buttons}>
        {first && !isBaseline && (
          <Button onClick={() => void setBaseline(first.id)}>Compare the others with these repeats</Button>
        )}
        <Button look="quiet" icon="cross" disabled={isGoing} onClick={() => void deleteRuns(group.records.map(({ id }) => id))}>
          Delete these repeats
        </Button>
      </div>
    </div>
  );
}
