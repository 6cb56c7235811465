import { UNCLEANED } from '../../../core/clean/cleaning.ts';
import { isQuestion, type LabErrorCode } from '../../../core/errors.ts';
import { grouplensFile } from '../../../core/releases.ts';
import { addressOf, type DataChoice } from '../../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Panel.module.css';

const selectData = (state: NotebookState) => state.data;

/** What went wrong at the last load, what to do, and what is there all the same. */
export function LoadFailure() {
  const { run, wanted, summary } = useNotebookState(selectData);
  const { load, answer, clean } = useActions();
  if (run.phase !== 'failed' || isQuestion(run.error)) return null;
  const { code, message, remedy } = run.error;
  const address = addressOf(wanted);
  return (
    <Notice tone="failed" message={message} remedy={summary ? `${remedy} ${summary.name} is still loaded.` : remedy}>
      <span className={styles.actions}>
        {code === 'download-failed' && address !== null && <PlainLink address={address} />}
        {code === 'data-altered' && address !== null && (
          <Button onClick={() => void answer({ unverified: true })}>Use it anyway</Button>
        )}
        {code === 'data-filtered' && (
          <Button look="primary" onClick={() => void clean(UNCLEANED)}>
            Use all ratings
          </Button>
        )}
        {canRetry(wanted, code) && (
          <Button look="primary" onClick={() => void load()}>
            Retry
          </Button>
        )}
      </span>
    </Notice>
  );
}

/** A file would be read the same again, and so would what was downloaded already. */
const canRetry = (wanted: DataChoice, code: LabErrorCode): boolean =>
  code !== 'data-filtered' &&
  (code === 'busy' || code === 'crashed' || code === 'download-failed' || (typeof wanted === 'string' && wanted !== 'ml-1m'));

/** For the browser's own download, which needs no permission of the host. */
function PlainLink({ address }: { readonly address: string }) {
  const file = grouplensFile(address);
  return (
    <a href={address} download rel="noreferrer">
      {file ? `Download ${file} from GroupLens` : 'Download the file yourself'}
    </a>
  );
}
