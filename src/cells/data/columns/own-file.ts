import { grouplensFile, releaseOf } from '../../../core/releases.ts';
import type { DataChoice } from '../../../state/data-choice.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';

/** Whether the data that was chosen last, loaded or not, is a file whose columns are the visitor's to say. */
export const selectHasOwnFile = ({ data: { run, wanted } }: NotebookState): boolean =>
  (run.phase === 'done' || run.phase === 'failed') && isOwnFile(wanted);

/** Not what comes with the page, is made by it or is a release by GroupLens. */
function isOwnFile(choice: DataChoice): boolean {
  if (typeof choice === 'string') return false;
  if (choice instanceof File) return true;
  return choice.kind === 'kept' ? releaseOf(choice.sha256) === null : grouplensFile(choice.url) === null;
}
