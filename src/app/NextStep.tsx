import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { selectCanTrain } from '../state/selectors.ts';
import { Button } from '../ui/Button.tsx';
import { useSay } from '../ui/words.tsx';
import styles from './Masthead.module.css';
import { nextStep } from './next-step.ts';
import { scrollToCell } from './scroll-to-cell.ts';

const selectSentence = (state: NotebookState) => nextStep(state).sentence;
const selectLabel = (state: NotebookState) => nextStep(state).label;
const selectGoTo = (state: NotebookState) => nextStep(state).goTo;

/** What to do next, and the button for it: always the same element, so that the keyboard's place stays with it. */
export function NextStep() {
  const sentence = useNotebookState(selectSentence);
  const label = useNotebookState(selectLabel);
  const goTo = useNotebookState(selectGoTo);
  const canTrain = useNotebookState(selectCanTrain);
  const { train } = useActions();
  const say = useSay();
  const isTrain = goTo === null;
  return (
    <div className={styles.next}>
      <p className={styles.sentence}>{say(sentence)}</p>
      <Button
        look="primary"
        icon={isTrain ? 'play' : 'down'}
        className={styles.action}
        disabled={isTrain && !canTrain}
        // The second click of a double click is meant for what stood here before.
        onClick={({ detail }) => detail < 2 && (isTrain ? void train() : scrollToCell(goTo))}
      >
        {say(label)}
      </Button>
    </div>
  );
}
