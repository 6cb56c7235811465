import { CELLS } from '../cells/list.ts';
import { isBusy } from '../core/cell-machine.ts';
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
const selectPart = (state: NotebookState) => nextStep(state).part;
const selectHasModel = ({ training: { inUse, run } }: NotebookState) => inUse !== null && !isBusy(run);

const SUMMARIES = CELLS.flatMap(({ id, Summary }) => (Summary ? [<Summary key={id} />] : []));

/** How good the model in use is, what to do next, and the button for it: always the same element, so that the keyboard's place stays with it. */
export function NextStep() {
  const sentence = useNotebookState(selectSentence);
  const label = useNotebookState(selectLabel);
  const goTo = useNotebookState(selectGoTo);
  const part = useNotebookState(selectPart);
  const canTrain = useNotebookState(selectCanTrain);
  const hasModel = useNotebookState(selectHasModel);
  const { train } = useActions();
  const say = useSay();
  const isTrain = goTo === null;
  return (
    <div className={styles.next}>
      <p className={styles.sentence}>
        {hasModel && <span>{SUMMARIES}</span>}
        <span>{say(sentence)}</span>
      </p>
      <Button
        look="primary"
        icon={isTrain ? 'play' : 'down'}
        className={styles.action}
        disabled={isTrain && !canTrain}
        // The second click of a double click is meant for what stood here before.
        onClick={({ detail }) => detail < 2 && (isTrain ? void train() : scrollToCell(goTo, part))}
      >
        {say(label)}
      </Button>
    </div>
  );
}
