import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useNotebookState } from '../../../state/hooks.ts';
import { selectConfiguration, selectRunHasSteps } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { SettingGrid } from '../../SettingGrid.tsx';
import { ErrorCurves } from '../ErrorCurves.tsx';
import { Levels } from '../Levels.tsx';
import { PaceChoice } from '../pacing/PaceChoice.tsx';
import { RunControls } from '../RunControls.tsx';
import { RunFailure } from '../RunFailure.tsx';
import { mainSettings } from './main-settings.ts';
import styles from './Projector.module.css';

interface ProjectorProps {
  readonly onClose: () => void;
}

/** The curve, and the controls that bend it, in large type over the whole window. Escape leaves. */
export function Projector({ onClose }: ProjectorProps) {
  const configuration = useNotebookState(selectConfiguration);
  const runHasSteps = useNotebookState(selectRunHasSteps);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    // Only a dialog that is closed gives the keyboard's place back to where it was.
    return () => shown?.close();
  }, []);
  // In the body: a cell that is out of sight may not be drawn while a run goes.
  return createPortal(
    <dialog ref={dialog} className={styles.projector} aria-label="Projector mode" onClose={onClose}>
      <div className={styles.stage}>
        <div className={styles.controls}>
          <RunControls />
          <PaceChoice />
          <RunFailure />
          <SettingGrid names={mainSettings(configuration)} />
        </div>
        <div className={styles.curve}>
          {runHasSteps ? <ErrorCurves /> : <Levels />}
          <Button look="quiet" icon="cross" onClick={() => dialog.current?.close()}>
            Leave projector mode
          </Button>
        </div>
      </div>
    </dialog>,
    document.body,
  );
}
