import type { Cleaning } from '../../../core/clean/cleaning.ts';
import type { Suspect } from '../../../core/clean/findings.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { feedbackWords } from '../../feedback-words.ts';
import { notRatedAfter, suspectWords } from './suspect-words.ts';

const NONE: readonly Suspect[] = [];
const selectSummary = ({ data }: NotebookState) => data.summary;
const selectSuspects = ({ data }: NotebookState) => data.summary?.suspects ?? NONE;
const selectNotRated = ({ data }: NotebookState): Cleaning['notRated'] => data.cleaning.notRated;

/** What was found out about ratings that are not plainly stars. */
export function Findings() {
  const { feedback } = useNotebookState(selectSummary) ?? {};
  return (
    <>
      <Suspects />
      {feedback && <Notice tone="info" message={feedbackWords(feedback)} />}
    </>
  );
}

/** Of each value that seems to mean "not rated", how many ratings have it, what became of them, and the button for the contrary. */
function Suspects() {
  const suspects = useNotebookState(selectSuspects);
  const notRated = useNotebookState(selectNotRated);
  const training = useNotebookState(selectTraining);
  const { clean } = useActions();
  return suspects.map((suspect) => {
    const { message, remedy, button } = suspectWords(suspect);
    return (
      <Notice key={suspect.value} tone="info" message={message} remedy={remedy}>
        <Button disabled={training} onClick={() => void clean({ notRated: notRatedAfter(suspect, suspects, notRated) })}>
          {button}
        </Button>
      </Notice>
    );
  });
}
