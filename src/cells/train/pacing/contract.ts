import type { RunPace } from '../../../core/run.ts';

export interface PacingState {
  /** Of runs to come, and of the one that goes. */
  readonly pace: RunPace;
}

interface PacingActions {
  /** A run that goes takes it up at once: step by step it pauses. */
  setPace(pace: RunPace): void;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly pacing: PacingState;
  }
  interface NotebookActions extends PacingActions {}
}
