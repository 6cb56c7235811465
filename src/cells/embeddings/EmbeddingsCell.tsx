import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { later } from '../../ui/later.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { useInView } from '../../ui/use-in-view.ts';

const EmbeddingsPanel = later(async () => (await import('./EmbeddingsPanel.tsx')).EmbeddingsPanel);

const selectHasModel = ({ training }: NotebookState): boolean => training.inUse !== null;

/** Fetched once a model is there and the cell comes into view. */
export function EmbeddingsCell() {
  const hasModel = useNotebookState(selectHasModel);
  const [place, { wasSeen }] = useInView<HTMLDivElement>();
  return (
    <div ref={place}>
      {hasModel && wasSeen ? <EmbeddingsPanel /> : <Muted>Similar movies and a map appear here once a model is trained.</Muted>}
    </div>
  );
}
