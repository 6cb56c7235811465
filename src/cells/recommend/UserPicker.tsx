import { type KeyboardEvent, useState } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectUserData, selectUserProblem } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './UserPicker.module.css';
import { randomUser, userBeside } from './user-beside.ts';

const selectText = ({ recommend }: NotebookState) => recommend.userText;

/** Picks a user: by ID (on Enter and on blur), one step on, or at random. */
export function UserPicker() {
  const { recommend } = useActions();
  const text = useNotebookState(selectText);
  const data = useNotebookState(selectUserData);
  const problem = useNotebookState(selectUserProblem);
  const [draft, setDraft] = useState<string | null>(null);
  const show = (userText: string): void => {
    setDraft(null);
    void recommend(userText);
  };
  const commit = (): void => {
    if (draft !== null && draft !== text) show(draft);
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') show(draft ?? text);
    if (key === 'Escape') setDraft(null);
  };
  const step = (by: -1 | 1) => data && userBeside(text, by, data);
  const stepButton = (by: -1 | 1) => {
    const to = step(by);
    return { disabled: to === null, onClick: () => to !== null && show(String(to)) };
  };
  return (
    <div className={styles.picker}>
      <label htmlFor="user-id" className={styles.label}>
        User ID
      </label>
      <div className={styles.row}>
        <input
          id="user-id"
          className={styles.input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          value={draft ?? text}
          aria-describedby="user-id-help"
          aria-invalid={problem !== null}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
        <Button icon="previous" aria-label="Previous user" {...stepButton(-1)} />
        <Button icon="next" aria-label="Next user" {...stepButton(1)} />
        <Button
          icon="shuffle"
          aria-label="Random user"
          disabled={data === null}
          onClick={() => data && show(String(randomUser(data, Math.random())))}
        >
          Random
        </Button>
      </div>
      <p id="user-id-help" className={styles.help} data-problem={problem !== null || undefined} role="status">
        {problem
          ? `${problem.message} ${problem.remedy}`
          : data && `From ${data.firstUserId} to ${data.lastUserId}. Names are not in the data.`}
      </p>
    </div>
  );
}
