import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectWeightsStaleReason } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Segments } from '../../ui/Segmented.tsx';
import { useInView } from '../../ui/use-in-view.ts';
import { runProvenance } from '../provenance.ts';
import { AddressNote } from './AddressNote.tsx';
import { known, VIEWS } from './choices.ts';
import type { EmbeddingsView } from './contract.ts';
import styles from './Embeddings.module.css';
import { selectEmbeddings, selectInUse } from './selectors.ts';

const PANELS = {
  similar: later(async () => (await import('./similar/SimilarPanel.tsx')).SimilarPanel),
  numbers: later(async () => (await import('./numbers/NumbersPanel.tsx')).NumbersPanel),
  map: later(async () => (await import('./map/MapPanel.tsx')).MapPanel),
};

const OPTIONS = Object.entries(VIEWS).map(([value, label]) => ({ value, label }));

/** One of three views of the model in use, which is fetched once it comes into view. */
export function EmbeddingsPanel() {
  const said = useNotebookState(selectEmbeddings);
  const view = known(said.view, VIEWS);
  const [place, { wasSeen }] = useInView<HTMLDivElement>();
  const inUse = useNotebookState(selectInUse);
  const stale = useNotebookState(selectWeightsStaleReason);
  const { chooseInEmbeddings } = useActions();
  const View = PANELS[view];
  return (
    <div ref={place} className={styles.panel}>
      <AddressNote />
      <fieldset className={styles.views} aria-label="View of the embeddings">
        <Segments value={view} options={OPTIONS} onChange={(value) => chooseInEmbeddings({ view: value as EmbeddingsView })} />
      </fieldset>
      {stale && <Notice tone="stale" message={stale} remedy="This is the model as it was trained." />}
      {wasSeen && <View />}
      {inUse && <Provenance parts={runProvenance(inUse)} />}
    </div>
  );
}
