import { useState } from 'react';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { later } from '../../../ui/later.tsx';
import panel from '../sources/Panel.module.css';

const ColumnsDialog = later(async () => (await import('./ColumnsDialog.tsx')).ColumnsDialog);

/** What is still loaded after a failure. */
const selectOther = ({ data: { run, summary } }: NotebookState) => (run.phase === 'failed' ? (summary?.name ?? null) : null);

/** What can be done about a file of the visitor's, whether it could be read or not. */
export function FileActions() {
  const other = useNotebookState(selectOther);
  const training = useNotebookState(selectTraining);
  const { cancelLoad } = useActions();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className={panel.actions}>
        <Button disabled={training} onClick={() => setOpen(true)}>
          Columns and format…
        </Button>
        {other !== null && (
          <Button look="quiet" onClick={() => cancelLoad()}>
            Keep {other}
          </Button>
        )}
      </p>
      {isOpen && <ColumnsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
