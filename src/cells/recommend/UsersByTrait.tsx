import { useState } from 'react';
import type { UserTrait } from '../../core/users-by-trait.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectUserData } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Segments } from '../../ui/Segmented.tsx';
import { traitHelp, traitWords } from './trait-words.ts';
import styles from './UsersByTrait.module.css';
import { useAnswer } from './use-answer.ts';

const selectText = ({ recommend }: NotebookState) => recommend.userText;

const OPTIONS: readonly { readonly value: UserTrait; readonly label: string }[] = [
  { value: 'active', label: 'Most active' },
  { value: 'eccentric', label: 'Most eccentric' },
  { value: 'newest', label: 'Newest' },
  { value: 'alike', label: 'Most like this user' },
];

/** Users who are worth looking at. */
export function UsersByTrait() {
  const { usersByTrait, recommend } = useActions();
  const [trait, setTrait] = useState<UserTrait>('active');
  const text = useNotebookState(selectText);
  const data = useNotebookState(selectUserData);
  const { answer, problem, of } = useAnswer(
    () => usersByTrait(trait),
    data && `${trait} ${data.name} ${trait === 'alike' ? text : ''}`,
  );
  const shown = typeof of === 'string' && of.startsWith(trait) ? answer : null;
  return (
    <div className={styles.traits}>
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">Users by trait</legend>
        <Segments options={OPTIONS} value={trait} onChange={(value) => setTrait(value as UserTrait)} />
      </fieldset>
      <Muted role="status">
        {problem ? `${problem.message} ${problem.remedy}` : shown?.length === 0 ? NOBODY : traitHelp(trait)}
      </Muted>
      <ul className={styles.users}>
        {shown?.map((user) => (
          <li key={user.userId}>
            <Button aria-pressed={text === String(user.userId)} onClick={() => void recommend(String(user.userId))}>
              {user.userId}
            </Button>{' '}
            <Muted as="span">{traitWords(trait, user)}</Muted>
          </li>
        ))}
      </ul>
    </div>
  );
}

const NOBODY = 'No user can be compared: the data has too few ratings for it, or does not say when they were given.';
