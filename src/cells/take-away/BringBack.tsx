import { isBusy } from '../../core/cell-machine.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { openedWords } from './opened-words.ts';
import { selectTakeAway } from './selectors.ts';

const LABEL = 'Bring a file back';

/** Where a file is opened that was taken away; below it, what came of it. */
export function BringBack() {
  const { run, doing, opened } = useNotebookState(selectTakeAway);
  const { bringBack } = useActions();
  const words = opened && openedWords(opened);
  return (
    <>
      <FileDrop
        label={LABEL}
        title={doing?.what === 'open' ? 'The file is being opened…' : LABEL}
        purpose="Pick it or drop it here: weights as .safetensors or .npz, from this page or from a job, or an experiment. The ratings of the file must be loaded."
        disabled={isBusy(run)}
        accept=".safetensors,.npz,.matinee,.json"
        onFiles={([file]) => file && void bringBack(file)}
      />
      {words && <Notice tone="info" message={words.message} remedy={words.remedy} />}
    </>
  );
}
