import { formatBytes } from '../../core/transfer.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import type { Scale } from '../../ui/scale.ts';
import { runProvenance } from '../provenance.ts';
import { BringBack } from './BringBack.tsx';
import { ITEMS } from './items.ts';
import { Sizing } from './jobs/Sizing.tsx';
import { ProseDrawer } from './notebook/prose.tsx';
import { selectTakeAway } from './selectors.ts';
import { TakeAwayItem } from './TakeAwayItem.tsx';
import styles from './TakeAwayPanel.module.css';
import { TOP, topOf, topProblem } from './top.ts';

const SCALE: Scale = { min: TOP.min, max: TOP.max, scale: 'log', step: 1, integer: true, zero: false };

const selectInUse = ({ training }: NotebookState) => training.inUse;

export function TakeAwayPanel() {
  const { run, made, top } = useNotebookState(selectTakeAway);
  const inUse = useNotebookState(selectInUse);
  const problem = topProblem(top);
  return (
    <div className={styles.cell}>
      <ul className={styles.items}>
        {ITEMS.map((item) => (
          <TakeAwayItem key={item.title} item={item} />
        ))}
      </ul>
      <Sizing />
      {problem && <Notice tone="info" message={problem} />}
      <div className={styles.field}>
        <TopField />
      </div>
      <Muted role="status">{made ? `Saved as ${made.name}, ${formatBytes(made.bytes)}.` : ''}</Muted>
      {run.phase === 'failed' && <Notice tone="failed" message={run.error.message} remedy={run.error.remedy} />}
      {inUse && <Provenance parts={runProvenance(inUse)} />}
      <BringBack />
      <ProseDrawer />
    </div>
  );
}

function TopField() {
  const top = topOf(useNotebookState(selectTakeAway).top);
  const { setTop } = useActions();
  return (
    <NumberSlider
      label="Movies for each user"
      help="In the lists of all users."
      defaultText={String(TOP.initial)}
      defaultValue={TOP.initial}
      changed={top !== TOP.initial}
      scale={SCALE}
      unit="movies"
      value={top}
      write={String}
      onChange={(value) => setTop(value === TOP.initial ? '' : String(value))}
    />
  );
}
