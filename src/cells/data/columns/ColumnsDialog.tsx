import { useEffect, useId, useRef, useState } from 'react';
import type { AnswersSoFar } from '../../../core/table-preview.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { completeMapping } from '../sources/column-roles.ts';
import panel from '../sources/Panel.module.css';
import { answersToRead } from './answers.ts';
import styles from './ColumnsDialog.module.css';
import { ReadingForm } from './ReadingForm.tsx';
import { selectAnswers } from './select-answers.ts';
import { usePreview } from './use-preview.ts';

interface ColumnsDialogProps {
  readonly onClose: () => void;
}

const selectAsksForTable = ({ data: { run } }: NotebookState) => run.phase === 'failed' && run.error.tables !== undefined;

/** How the visitor's file is read, to be seen and changed; nothing is loaded before "Read again". */
export function ColumnsDialog({ onClose }: ColumnsDialogProps) {
  const start = useNotebookState(selectAnswers);
  const asksForTable = useNotebookState(selectAsksForTable);
  const { answer } = useActions();
  const [answers, setAnswers] = useState<AnswersSoFar>(start);
  const { preview, problem, isCurrent } = usePreview(answers);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const problemId = useId();
  const settled = preview && isCurrent ? answersToRead(answers, preview) : null;
  // Gives the focus back, and tells by its event.
  const close = (): void => dialog.current?.close();
  const read = (): void => {
    if (preview === null || settled === null) return;
    close();
    // Loading takes the dialog away before its event comes.
    onClose();
    const tables = settled.tables ?? (asksForTable ? { paths: [preview.table] } : undefined);
    void answer({ ...settled, tables });
  };
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const isMissing = preview !== null && preview.wide === null && preview.kind !== 'blocks' && preview.problem === null;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h3 id={titleId} className={panel.title}>
        Columns and format
      </h3>
      {problem && <Notice tone="failed" message={problem.message} remedy={problem.remedy} />}
      {preview && <ReadingForm answers={answers} preview={preview} onAnswers={setAnswers} />}
      <div className={styles.actions}>
        <Button look="primary" disabled={settled === null} aria-describedby={problemId} onClick={read}>
          Read again
        </Button>
        <Button onClick={close}>Cancel</Button>
        <Button look="quiet" onClick={() => setAnswers({ tables: answers.tables, format: {} })}>
          As detected
        </Button>
        <Muted as="span" id={problemId} role="status">
          {isMissing && completeMapping(preview.mapping).problem}
        </Muted>
      </div>
    </dialog>
  );
}
