import { useEffect } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectCanTrain, selectRunHasSteps } from '../../state/selectors.ts';

const selectPhase = ({ training }: NotebookState) => training.run.phase;

/**
 * Ctrl or ⌘ with Enter starts, pauses and resumes; with Shift as well it stops. With a modifier, so that neither typing nor the keys
 * of assistive technology set it off (WCAG 2.1.4).
 */
export function useRunKeys(): void {
  const phase = useNotebookState(selectPhase);
  const canTrain = useNotebookState(selectCanTrain);
  const canPause = useNotebookState(selectRunHasSteps);
  const { train, pause, resume, stop } = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return;
      const going = phase === 'running' || phase === 'paused';
      if (event.shiftKey) {
        if (going) void stop();
      } else if (going) {
        if (canPause) void (phase === 'running' ? pause() : resume());
      } else if (canTrain) void train();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [phase, canTrain, canPause, train, pause, resume, stop]);
}
