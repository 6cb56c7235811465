export interface ReplayState {
  /** Whether the run that is shown is one whose curves are drawn slower than it went: the first of a visit. */
  readonly isOn: boolean;
  /** How many epochs the curves show; null: all that there are. */
  readonly shown: number | null;
  /** Whether the run was done before its curves were. */
  readonly wasAhead: boolean;
}

interface ReplayActions {
  /** Ends the slow drawing. */
  showAllEpochs(): void;
  /** Draws the curves of the run from its first epoch once more. */
  drawAgain(): Promise<void>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly replay: ReplayState;
  }
  interface NotebookActions extends ReplayActions {}
}
