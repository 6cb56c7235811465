import { isBusy } from '../../../core/cell-machine.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectHasSteps } from '../../../state/selectors.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { ReplayState } from './contract.ts';

const OFF: ReplayState = { isOn: false, shown: null, wasAhead: false };

export const replaySlice = defineSlice({ replay: OFF }, ({ getState, setState, subscribe }) => {
  let playing = new AbortController();
  let isFirst = true;

  const change = (changed: Partial<ReplayState>): void => setState(({ replay }) => ({ replay: { ...replay, ...changed } }));

  const stop = (changed: Partial<ReplayState>): void => {
    playing.abort();
    change(changed);
  };

  /** What cannot be played is shown as it is. */
  const play = async (): Promise<void> => {
    stop({ shown: 1 });
    playing = new AbortController();
    const { signal } = playing;
    const epochs = getState().training.start?.configuration.epochs ?? 0;
    try {
      const { playEpochs } = await import('./play.ts');
      await playEpochs(epochs, (shown) => change({ shown }), signal);
    } finally {
      if (!signal.aborted) change({ shown: null });
    }
  };

  /** A run that somebody watches step by step is slow enough as it is, and who has trained before knows the curves. */
  const isDrawnSlowly = (state: NotebookState): boolean =>
    state.pacing.pace === 'full' && state.training.kept.length === 0 && selectHasSteps(state);

  subscribe((now, before) => {
    const [is, was] = [now.training, before.training];
    if (is.run !== was.run) {
      if (isBusy(is.run) && !isBusy(was.run)) {
        const isOn = isFirst && isDrawnSlowly(now);
        isFirst = false;
        stop(isOn ? { ...OFF, isOn, shown: 1 } : OFF);
      } else if (is.run.phase === 'paused') stop({ shown: null });
      else if (is.run.phase === 'failed' || is.epochs.length === 0) stop(OFF);
      else if (is.run.phase === 'done') change({ wasAhead: isAhead(now) });
    }
    if (now.replay.shown !== null && is.epochs.length > 0 && was.epochs.length === 0) void play().catch(() => undefined);
  });

  return {
    actions: { showAllEpochs: () => stop({ shown: null }), drawAgain: () => play().catch(() => undefined) },
  };
});

const isAhead = ({ replay: { isOn, shown }, training }: NotebookState): boolean =>
  isOn && shown !== null && shown < training.epochs.length;
