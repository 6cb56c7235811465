import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Notice } from '../../ui/Notice.tsx';

const selectNotKept = ({ training }: NotebookState) => training.notKept;

/** Says, as long as it is so, that the run cannot be taken up at the next visit. */
export function NotKept() {
  const error = useNotebookState(selectNotKept);
  if (error === null) return null;
  return (
    <Notice
      tone="info"
      message="This run cannot be continued after a reload. It goes on here."
      remedy={`${error.message} ${error.remedy}`}
    />
  );
}
