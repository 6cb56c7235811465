import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import panel from './Panel.module.css';

const selectFile = ({ data: { summary } }: NotebookState) => summary?.file ?? 'this file';

/** Asked once, with the first file of one's own: nothing of it is kept before. */
export function KeepQuestion() {
  const file = useNotebookState(selectFile);
  const { keepOwnFiles } = useActions();
  return (
    <section className={panel.panel} aria-label="Keeping your files">
      <p>
        <strong>Keep {file} in this browser?</strong> Then it is here again after a reload and at your next visit. It stays in the
        storage of this browser, on this computer, and is sent nowhere. Your answer holds for other files that you open as well;
        under “Kept in this browser” below you can delete each file and change the answer.
      </p>
      <p className={panel.actions}>
        <Button onClick={() => keepOwnFiles(true)}>Keep my files</Button>
        <Button onClick={() => keepOwnFiles(false)}>Do not keep them</Button>
      </p>
    </section>
  );
}
