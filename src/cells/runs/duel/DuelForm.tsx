import { useState } from 'react';
import type { Configuration } from '../../../core/hyperparameters.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectConfiguration, selectDataSize, selectFeedback } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { type Chosen, configurationOf, configurationOptions } from '../configuration-choice.ts';
import styles from '../RunsPanel.module.css';
import { selectAsideWork, selectRuns } from '../selectors.ts';
import type { Both } from './contract.ts';
import { onOneSplit, opponentOf, preparedDuel } from './sides.ts';

const SECONDS = [
  ['5', '5 s'],
  ['10', '10 s'],
  ['20', '20 s'],
  ['60', '60 s'],
] as const;

const OPPONENT = ['opponent', 'The other model, as it starts'] as const;

export function DuelForm() {
  const { records } = useNotebookState(selectRuns);
  const now = useNotebookState(selectConfiguration);
  const feedback = useNotebookState(selectFeedback);
  const size = useNotebookState(selectDataSize);
  const underWay = useNotebookState(selectAsideWork);
  const { startDuel } = useActions();
  const [first, setFirst] = useState<Chosen>('now');
  const [second, setSecond] = useState<Chosen>('opponent');
  const [seconds, setSeconds] = useState<(typeof SECONDS)[number][0]>('10');
  const beginning = { feedback, size };
  const fight = (sides: Both<Configuration>): void => void startDuel({ sides: onOneSplit(sides, now), seconds: Number(seconds) });
  const fightChosen = (): void => {
    const one = configurationOf(first, records, now);
    fight([one, second === 'opponent' ? opponentOf(one, beginning) : configurationOf(second, records, now)]);
  };
  const holdsNothingOut = now.split === 'none' ? 'Nothing is held out, so nothing can be compared. Choose another split.' : null;
  const problem = holdsNothingOut ?? underWay;
  const options = configurationOptions(records);
  return (
    <>
      <div className={styles.choices}>
        <ChoiceField label="Each gets" value={seconds} options={SECONDS} onChange={setSeconds} />
        <Button icon="play" disabled={problem !== null} onClick={() => fight(preparedDuel(beginning))}>
          Dot product against MLP
        </Button>
      </div>
      <div className={styles.choices}>
        <ChoiceField label="A" value={first} options={options} onChange={setFirst} />
        <ChoiceField label="B" value={second} options={[OPPONENT, ...options]} onChange={setSecond} />
        <Button icon="play" disabled={problem !== null} onClick={fightChosen}>
          A against B
        </Button>
      </div>
      {problem && <Muted role="status">{problem}</Muted>}
    </>
  );
}
