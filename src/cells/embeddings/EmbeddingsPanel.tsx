import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectWeightsStaleReason } from '../../state/selectors.ts';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Segments } from '../../ui/Segmented.tsx';
import { runProvenance } from '../provenance.ts';
import type { EmbeddingsView } from './contract.ts';
import styles from './Embeddings.module.css';
import { selectEmbeddings, selectInUse } from './selectors.ts';

const VIEWS = {
  similar: later(async () => (await import('./similar/SimilarPanel.tsx')).SimilarPanel),
  numbers: later(async () => (await import('./numbers/NumbersPanel.tsx')).NumbersPanel),
  map: later(async () => (await import('./map/MapPanel.tsx')).MapPanel),
};

const OPTIONS = [
  { value: 'similar', label: 'Similar movies' },
  { value: 'numbers', label: 'What the numbers say' },
  { value: 'map', label: 'Map' },
];

/** One of three views of the model in use. */
export function EmbeddingsPanel() {
  const { view } = useNotebookState(selectEmbeddings);
  const inUse = useNotebookState(selectInUse);
  const stale = useNotebookState(selectWeightsStaleReason);
  const { chooseInEmbeddings } = useActions();
  const View = VIEWS[view];
  return (
    <div className={styles.panel}>
      <fieldset className={styles.views} aria-label="View of the embeddings">
        <Segments value={view} options={OPTIONS} onChange={(value) => chooseInEmbeddings({ view: value as EmbeddingsView })} />
      </fieldset>
      {stale && <Notice tone="stale" message={stale} remedy="This is the model as it was trained." />}
      <View />
      {inUse && <Provenance parts={runProvenance(inUse)} />}
    </div>
  );
}
