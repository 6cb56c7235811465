import type { Together } from '../../../core/together.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectUserData } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Segments } from '../../../ui/Segmented.tsx';
import { TrainButton } from '../../TrainButton.tsx';
import { DraftField } from '../DraftField.tsx';
import { selectInUse } from '../selectors.ts';
import styles from './Group.module.css';
import { GroupMovies } from './GroupMovies.tsx';
import { selectGroupProblem } from './select-group-problem.ts';
import { TOGETHER } from './words.ts';

const selectGroup = ({ group }: NotebookState) => group;

/** A list for several users together. */
export function Group() {
  const { text, together } = useNotebookState(selectGroup);
  const data = useNotebookState(selectUserData);
  const inUse = useNotebookState(selectInUse);
  const problem = useNotebookState(selectGroupProblem);
  const { chooseGroup, askGroup } = useActions();
  if (data === null) return <Muted>You can choose users once the data is loaded.</Muted>;
  const addAnyone = async (): Promise<void> => {
    // Where the lab is gone, the page says so elsewhere.
    const userId = await askGroup()
      .anyone({ draw: Math.random() })
      .catch(() => null);
    if (userId !== null) chooseGroup({ text: text === '' ? String(userId) : `${text}, ${userId}` });
  };
  return (
    <div className={styles.group}>
      <div className={styles.choice}>
        <DraftField
          label="User IDs, separated by commas"
          isNumber={false}
          value={text}
          onCommit={(to) => chooseGroup({ text: to.trim() })}
        />
        <Button icon="shuffle" onClick={() => void addAnyone()}>
          Add a random user
        </Button>
        {text !== '' && (
          <Button icon="cross" onClick={() => chooseGroup({ text: '' })}>
            Clear
          </Button>
        )}
        <fieldset className={styles.together}>
          <legend className={styles.legend}>Scores together</legend>
          <Segments options={TOGETHER} value={together} onChange={(value) => chooseGroup({ together: value as Together })} />
        </fieldset>
      </div>
      {inUse ? (
        <GroupMovies text={text} together={together} inUse={inUse} />
      ) : (
        <>
          {problem && <Notice tone="info" message={problem.message} remedy={problem.remedy} />}
          <Muted>The list appears here once a model is trained.</Muted>
          <TrainButton look="secondary" />
        </>
      )}
    </div>
  );
}
