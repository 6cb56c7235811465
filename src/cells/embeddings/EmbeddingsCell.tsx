import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const EmbeddingsPanel = later(async () => (await import('./EmbeddingsPanel.tsx')).EmbeddingsPanel);

const selectHasModel = ({ training }: NotebookState): boolean => training.inUse !== null;

export function EmbeddingsCell() {
  const hasModel = useNotebookState(selectHasModel);
  return hasModel ? <EmbeddingsPanel /> : <Muted>Similar movies and a map appear here once a model is trained.</Muted>;
}
