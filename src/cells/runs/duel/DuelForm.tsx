import type { Configuration } from '../../../core/hyperparameters.ts';
import { selectAsideWork } from '../../../state/aside-work.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectConfiguration, selectDataSize, selectFeedback } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { type Chosen, configurationOf, configurationOptions } from '../configuration-choice.ts';
import styles from '../RunsPanel.module.css';
import { selectRuns } from '../selectors.ts';
import type { Both } from './contract.ts';
import { onOneSplit, opponentOf, preparedDuel } from './sides.ts';

const SECONDS = [
  ['5', '5 s'],
  ['10', '10 s'],
  ['20', '20 s'],
  ['60', '60 s'],
] as const;

const OPPONENT = ['opponent', 'The other model, as it starts'] as const;

interface DuelChoice {
  readonly first: Chosen;
  readonly second: Chosen;
  readonly seconds: (typeof SECONDS)[number][0];
}

export const INITIAL: DuelChoice = { first: 'now', second: OPPONENT[0], seconds: '10' };

interface DuelFormProps {
  readonly choice: DuelChoice;
  readonly onChange: (choice: DuelChoice) => void;
}

export function DuelForm({ choice, onChange }: DuelFormProps) {
  const { records } = useNotebookState(selectRuns);
  const now = useNotebookState(selectConfiguration);
  const feedback = useNotebookState(selectFeedback);
  const size = useNotebookState(selectDataSize);
  const underWay = useNotebookState(selectAsideWork);
  const { startDuel } = useActions();
  const { first, second, seconds } = choice;
  const change = (part: Partial<DuelChoice>): void => onChange({ ...choice, ...part });
  const beginning = { feedback, size };
  const fight = (sides: Both<Configuration>): void => void startDuel({ sides: onOneSplit(sides, now), seconds: Number(seconds) });
  const fightChosen = (): void => {
    const one = configurationOf(first, records, now);
    fight([one, second === OPPONENT[0] ? opponentOf(one, beginning) : configurationOf(second, records, now)]);
  };
  const holdsNothingOut = now.split === 'none' ? 'Nothing is held out, so nothing can be compared. Choose another split.' : null;
  const problem = holdsNothingOut ?? underWay;
  const options = configurationOptions(records);
  return (
    <>
      <div className={styles.choices}>
        <ChoiceField
          className={styles.choice}
          label="Each gets"
          value={seconds}
          options={SECONDS}
          onChange={(to) => change({ seconds: to })}
        />
        <Button icon="play" disabled={problem !== null} onClick={() => fight(preparedDuel(beginning))}>
          Dot product against MLP
        </Button>
      </div>
      <div className={styles.choices}>
        <ChoiceField
          className={styles.choice}
          label="A"
          value={first}
          options={options}
          onChange={(to) => change({ first: to })}
        />
        <ChoiceField
          className={styles.choice}
          label="B"
          value={second}
          options={[OPPONENT, ...options]}
          onChange={(to) => change({ second: to })}
        />
        <Button icon="play" disabled={problem !== null} onClick={fightChosen}>
          A against B
        </Button>
      </div>
      {problem && <Muted role="status">{problem}</Muted>}
    </>
  );
}
