import { type KeyboardEvent, useState } from 'react';
import type { DataSummary } from '../../core/data-summary.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectUserData } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import styles from './UserPicker.module.css';
import { selectUserProblem } from './user-problem.ts';

const selectText = ({ recommend }: NotebookState) => recommend.userText;

/** Picks a user: by ID (on Enter and on blur), one step on, or at random. */
export function UserPicker() {
  const { recommend, pickUser } = useActions();
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
  const pick = (which: -1 | 1 | 'random') => ({
    disabled: data === null || text.trim() === String(which === -1 ? data.firstUserId : which === 1 ? data.lastUserId : null),
    onClick: () => {
      setDraft(null);
      void pickUser(which);
    },
  });
  const isText = typeof data?.firstUserId === 'string';
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
          inputMode={isText ? 'text' : 'numeric'}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? text}
          aria-describedby="user-id-help"
          aria-invalid={problem !== null}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
        <Button icon="previous" aria-label="Previous user" {...pick(-1)} />
        <Button icon="next" aria-label="Next user" {...pick(1)} />
        <Button icon="shuffle" aria-label="Random user" {...pick('random')}>
          Random
        </Button>
      </div>
      <Muted id="user-id-help" data-problem={problem !== null || undefined} role="status" className={styles.help}>
        {problem ? `${problem.message} ${problem.remedy}` : data && helpFor(data)}
      </Muted>
    </div>
  );
}

function helpFor({ firstUserId, lastUserId, users }: DataSummary): string {
  if (typeof firstUserId === 'string') return `Any of ${formatQuantity(users, 'ID')} as in the file.`;
  const hasGaps = Number(lastUserId) - firstUserId >= users;
  return `From ${firstUserId} to ${lastUserId}${hasGaps ? ', with gaps' : ''}. Names are not in the data.`;
}
