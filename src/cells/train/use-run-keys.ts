import { useEffect } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectCanTrain, selectRunHasSteps } from '../../state/selectors.ts';
import { selectCanPace } from './pacing/pacing.ts';

const selectPhase = ({ training }: NotebookState) => training.run.phase;

/**
 * Ctrl or ⌘ with Enter starts, pauses and resumes; with Shift as well it stops. Alt with Enter trains one batch while paused or of a new run,
 * with Shift as well to the end of the epoch. With a modifier, so that neither typing nor the keys
 * of assistive technology set it off (WCAG 2.1.4).
 */
export function useRunKeys(): void {
  const phase = useNotebookState(selectPhase);
  const canTrain = useNotebookState(selectCanTrain);
  const canPause = useNotebookState(selectRunHasSteps);
  const canStep = useNotebookState(selectCanPace) && canTrain && phase !== 'running';
  const { train, pause, resume, step, stop } = useActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const steers = event.ctrlKey || event.metaKey;
      if (event.key !== 'Enter' || steers === event.altKey || event.repeat) return;
      const going = phase === 'running' || phase === 'paused';
      if (event.altKey) {
        if (canStep) void step(event.shiftKey ? 'epoch' : 'batch');
      } else if (event.shiftKey) {
        if (going) stop();
      } else if (going) {
        if (canPause) void (phase === 'running' ? pause() : resume());
      } else if (canTrain) void train();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [phase, canTrain, canPause, canStep, train, pause, resume, step, stop]);
}
