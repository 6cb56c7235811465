import { useEffect } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Importance } from './Importance.tsx';
import { Slices } from './Slices.tsx';
import { SweepControls } from './SweepControls.tsx';
import { SweepForm } from './SweepForm.tsx';
import styles from './SweepPanel.module.css';
import { SweepResult } from './SweepResult.tsx';
import { selectSettings, selectSweep, selectTrials } from './selectors.ts';

export function SweepPanel() {
  const { isUnreadable } = useNotebookState(selectSettings);
  const { plan } = useNotebookState(selectSweep);
  const hasTrials = useNotebookState(selectTrials).size > 0;
  const { findSweep, prepareSweep } = useActions();
  useEffect(() => void findSweep(), [findSweep]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to where pointer and focus are, and does nothing of its own
    <div className={styles.panel} onPointerEnter={prepareSweep} onFocus={prepareSweep}>
      <Muted>
        Each trial is a run in the background with its own settings, listed under Runs. The sweep chooses by the validation part
        and never uses the test part. The model in use stays. Training by hand goes first, and the sweep waits for it.
      </Muted>
      {isUnreadable && (
        <Notice
          tone="info"
          message="The address describes a sweep that cannot be read."
          remedy="The usual sweep is offered instead."
        />
      )}
      <SweepForm />
      <SweepControls />
      {plan && hasTrials && (
        <>
          <SweepResult plan={plan} />
          <Disclosure title="Importance of each setting">
            <Importance plan={plan} />
          </Disclosure>
          <Disclosure title="Results by each setting">
            <Slices plan={plan} />
          </Disclosure>
        </>
      )}
    </div>
  );
}
