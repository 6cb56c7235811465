import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectTraining } from '../../state/selectors.ts';
import { Provenance } from '../../ui/Provenance.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { runProvenance, withElapsed } from '../provenance.ts';

const selectStart = ({ training }: NotebookState) => training.start;
const selectSummary = ({ training }: NotebookState) => training.summary;

export function RunOrigin() {
  return (
    <Reserved part="origin">
      <Origin />
    </Reserved>
  );
}

function Origin() {
  const start = useNotebookState(selectStart);
  const summary = useNotebookState(selectSummary);
  const training = useNotebookState(selectTraining);
  if (start === null) return training && <Pending />;
  const parts = runProvenance(start);
  if (summary === null) return <Provenance parts={parts} />;
  return <Provenance parts={withElapsed(summary.outcome !== 'done' ? [...parts, 'stopped early'] : parts, summary.seconds)} />;
}
