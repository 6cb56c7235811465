import { useState } from 'react';
import { isBusy } from '../../core/cell-machine.ts';
import { useNotebookState, useOfflineState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { offline } from './offline.ts';
import styles from './UpdateNotice.module.css';

/** Whether the lab is at work that a reload would cut off. */
const selectAtWork = ({ data, training, rateFinder, engines, evaluate, leakage }: NotebookState): boolean =>
  [data, training, rateFinder, engines, evaluate, leakage].some(({ run }) => isBusy(run));

/** Offers a new version, never while the lab is at work. Until it is taken the page stays as it is. */
export function UpdateNotice() {
  const { hasUpdate } = useOfflineState(offline);
  const isAtWork = useNotebookState(selectAtWork);
  const [isLater, setLater] = useState(false);
  if (!hasUpdate || isAtWork || isLater) return null;
  return (
    <section className={styles.bar} aria-label="New version">
      <strong role="status">A new version is ready</strong>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => setLater(true)}>
          Later
        </Button>
        <Button look="primary" onClick={offline.update}>
          Reload
        </Button>
      </div>
    </section>
  );
}
