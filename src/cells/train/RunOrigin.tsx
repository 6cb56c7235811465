import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Provenance } from '../../ui/Provenance.tsx';
import { runProvenance, withElapsed } from '../provenance.ts';

const selectStart = ({ training }: NotebookState) => training.start;
const selectSummary = ({ training }: NotebookState) => training.summary;

export function RunOrigin() {
  const start = useNotebookState(selectStart);
  const summary = useNotebookState(selectSummary);
  if (start === null) return null;
  const parts = runProvenance(start);
  if (summary === null) return <Provenance parts={parts} />;
  return <Provenance parts={withElapsed(summary.outcome !== 'done' ? [...parts, 'stopped early'] : parts, summary.seconds)} />;
}
