import { useId, useMemo, useState } from 'react';
import { isBusy } from '../../../core/cell-machine.ts';
import { type RepeatKind, repeatGroups } from '../../../core/repeats/groups.ts';
import { selectAsideWork } from '../../../state/aside-work.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import control from '../../../ui/Control.module.css';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AsideWork } from '../AsideWork.tsx';
import { type Chosen, configurationOf, configurationOptions } from '../configuration-choice.ts';
import styles from '../RunsPanel.module.css';
import { selectRepeat, selectRuns } from '../selectors.ts';
import { RepeatSummary } from './RepeatSummary.tsx';
import { MOST_REPEATS, repeatProblem } from './repeat-problem.ts';

interface RepeatChoice {
  readonly chosen: Chosen;
  readonly kind: RepeatKind;
  /** As it was typed. */
  readonly count: number;
}

const INITIAL: RepeatChoice = { chosen: 'now', kind: 'seeds', count: 5 };

/** Trains the same settings several times, and says how far their figures move. */
export function RepeatPanel() {
  const { run, progress } = useNotebookState(selectRepeat);
  const { stopRepeating } = useActions();
  // Here, so that it is as it was once the repeats are over.
  const [choice, setChoice] = useState(INITIAL);
  return (
    <div className={styles.details}>
      <Muted>
        The same settings, trained with several seeds, or on several folds of the ratings, each of which is held out once. How far
        the figures move tells which difference between two runs means something. The test part stays untouched.
      </Muted>
      {isBusy(run) ? (
        <AsideWork
          label="Repeats"
          share={progress?.share ?? 0}
          secondsLeft={progress?.secondsLeft ?? null}
          words={progress ? `Run ${Math.min(progress.done + 1, progress.of)} of ${progress.of}` : 'Starting'}
          onStop={stopRepeating}
        />
      ) : (
        <RepeatForm choice={choice} onChange={setChoice} />
      )}
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      <LastRepeats />
    </div>
  );
}

const selectRatings = ({ data }: NotebookState): number => data.summary?.ratings ?? 0;

interface RepeatFormProps {
  readonly choice: RepeatChoice;
  readonly onChange: (choice: RepeatChoice) => void;
}

function RepeatForm({ choice, onChange }: RepeatFormProps) {
  const { records } = useNotebookState(selectRuns);
  const now = useNotebookState(selectConfiguration);
  const ratings = useNotebookState(selectRatings);
  const underWay = useNotebookState(selectAsideWork);
  const { repeatRuns } = useActions();
  const { chosen, kind, count } = choice;
  const change = (part: Partial<RepeatChoice>): void => onChange({ ...choice, ...part });
  const id = useId();
  const configuration = configurationOf(chosen, records, now);
  const problem = repeatProblem(kind, count, ratings, configuration.split !== 'none') ?? underWay;
  return (
    <>
      <div className={styles.choices}>
        <ChoiceField
          className={styles.choice}
          label="Repeat"
          value={chosen}
          options={configurationOptions(records)}
          onChange={(to) => change({ chosen: to })}
        />
        <span className={styles.choice}>
          <label htmlFor={id}>How often</label>
          <input
            id={id}
            className={control.control}
            type="number"
            min={2}
            max={MOST_REPEATS}
            value={Number.isNaN(count) ? '' : count}
            onChange={({ target }) => change({ count: target.valueAsNumber })}
          />
        </span>
        <ChoiceField
          className={styles.choice}
          label="Over"
          value={kind}
          options={KINDS}
          onChange={(to) => change({ kind: to })}
        />
        <Button icon="play" disabled={problem !== null} onClick={() => void repeatRuns({ configuration, kind, count })}>
          {problem === null ? `Repeat with ${count} ${kind}` : 'Repeat'}
        </Button>
      </div>
      {problem && <Muted role="status">{problem}</Muted>}
    </>
  );
}

const KINDS = [
  ['seeds', 'Seeds'],
  ['folds', 'Folds'],
] as const;

/** What the repeats of this visit came to, those that were stopped too. */
function LastRepeats() {
  const { records } = useNotebookState(selectRuns);
  const { group: id } = useNotebookState(selectRepeat);
  const groups = useMemo(() => repeatGroups(records), [records]);
  const group = id === null ? undefined : groups.get(id);
  return group && <RepeatSummary group={group} groups={groups} />;
}
