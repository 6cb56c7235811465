import { useState } from 'react';
import type { LabError } from '../../../core/errors.ts';
import type { AddedUser } from '../../../core/person/person.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatQuantity } from '../../../ui/format.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface AddedPeopleProps {
  readonly added: readonly AddedUser[];
}

const WHAT_NEXT = 'Train, and Recommend shows movies for this user. This ends with a reload: then add the ratings again.';

/** Whose ratings were added to the data, and the button that takes the last of them away. */
export function AddedPeople({ added }: AddedPeopleProps) {
  const training = useNotebookState(selectTraining);
  const { removePerson } = useActions();
  const [problem, setProblem] = useState<LabError | null>(null);
  const last = added.at(-1);
  return (
    <>
      {added.map((user) => (
        <Notice key={user.userId} tone="info" message={whoWords(user)} remedy={WHAT_NEXT}>
          {user === last && (
            <Button disabled={training} onClick={() => void removePerson().catch(setProblem)}>
              Remove user {user.userId}
            </Button>
          )}
        </Notice>
      ))}
      {problem && <Notice tone="failed" message={problem.message} remedy={problem.remedy} />}
    </>
  );
}

function whoWords({ userId, ratings, file, service }: AddedUser): string {
  const from = service === null ? file : `${file} (${service})`;
  return `User ${userId} was added in this tab: ${formatQuantity(ratings, 'rating')} from ${from}.`;
}
