import type { CellRun } from '../../core/cell-machine.ts';
import type { Evaluation, EvaluationSettings, MeasuredPart } from '../../core/evaluate/evaluation.ts';
import type { RunId, RunStart } from '../../core/run-report.ts';
import type { Call } from '../../lab/wire.ts';

/** A threshold of null is that of the data's rating scale. */
export interface EvaluationRequest extends Omit<EvaluationSettings, 'threshold'> {
  readonly threshold: number | null;
}

export interface EvaluationProgress {
  /** What is being done, such as "Item neighbours". */
  readonly doing: string;
  /** Of everything, 0 … 1. */
  readonly share: number;
  /** What is measured so far; null before the model itself is. */
  readonly soFar: Evaluation | null;
}

export interface EvaluateCalls {
  /**
   * Measures the model in use, then the baselines, on a held-out part of its own run. The test part is measured once a run: for a
   * second time it fails with `no-evaluation`. Fails with `cancelled` when aborted.
   */
  evaluate: Call<EvaluationRequest, Evaluation & { readonly runId: RunId }, EvaluationProgress>;
}

export interface EvaluateState {
  readonly run: CellRun;
  readonly k: number;
  /** Null: that of the rating scale. */
  readonly threshold: number | null;
  readonly part: MeasuredPart;
  readonly progress: EvaluationProgress | null;
  /** The last evaluation, perhaps unfinished, and of which run it is. */
  readonly result: { readonly evaluation: Evaluation; readonly of: RunStart } | null;
  /** Runs whose test part was measured. */
  readonly tested: readonly RunId[];
}

interface EvaluateActions {
  setEvaluation(part: Partial<Pick<EvaluateState, 'k' | 'threshold' | 'part'>>): void;
  evaluate(): Promise<void>;
  stopEvaluating(): void;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly evaluate: EvaluateState;
  }
  interface NotebookActions extends EvaluateActions {}
}
