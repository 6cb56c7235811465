import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';

const EmbeddingsPanel = later(async () => (await import('./EmbeddingsPanel.tsx')).EmbeddingsPanel);

const AddressNote = later(async () => (await import('./AddressNote.tsx')).AddressNote);

const selectHasModel = ({ training }: NotebookState): boolean => training.inUse !== null;
/** Whether the address may say something that is none of the choices. */
const selectIsChosen = ({ embeddings }: NotebookState): boolean =>
  embeddings.view !== 'similar' || embeddings.method !== 'pca' || embeddings.colour !== 'genre';

export function EmbeddingsCell() {
  const hasModel = useNotebookState(selectHasModel);
  const isChosen = useNotebookState(selectIsChosen);
  if (hasModel) return <EmbeddingsPanel />;
  return (
    <>
      {isChosen && <AddressNote />}
      <Muted>Similar movies and a map appear here once a model is trained.</Muted>
    </>
  );
}
