import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AddressProblems } from './AddressProblems.tsx';
import styles from './PageNotices.module.css';

const selectLabError = ({ labError }: NotebookState) => labError;

/** Errors and notices of the page as a whole. */
export function PageNotices() {
  const error = useNotebookState(selectLabError);
  return (
    <div className={styles.notices}>
      {error && (
        <Notice tone="failed" message={error.message} remedy={error.remedy}>
          <Button look="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        </Notice>
      )}
      <AddressProblems groups={PAGE} />
    </div>
  );
}

const PAGE = ['page'] as const;
