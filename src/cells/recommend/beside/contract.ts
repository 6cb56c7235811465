import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RawId } from '../../../core/ids.ts';
import type { BaselineName } from '../../../core/model-name.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { Call, ClientOf } from '../../../lab/wire.ts';
import type { ListRequest, RecommendedMovie } from '../contract.ts';

export interface BesideCalls {
  /**
   * The list of the model in use beside that of another for the same user, by the same request. Fails where the weights of the other run are
   * no longer kept or are of other data, and with `cancelled` where another model is asked for meanwhile.
   */
  compare: Call<BesideRequest, Beside>;
}

export interface BesideRequest {
  readonly userId: RawId;
  readonly other: OtherModel;
  readonly request: ListRequest;
}

export type OtherModel =
  /** A kept run; `savedAt` as it is listed, for it may go on. */
  | { readonly kind: 'run'; readonly id: RunId; readonly savedAt: number }
  /** Fitted to the ratings that the model in use was trained on. */
  | { readonly kind: 'baseline'; readonly model: BaselineName };

export interface Beside {
  readonly mine: readonly RecommendedMovie[];
  readonly theirs: readonly RecommendedMovie[];
  /** How many movies are on both lists. */
  readonly shared: number;
  readonly configuration: Configuration;
  /** Whether both learned from the same ratings. */
  readonly isSameSplit: boolean;
  readonly milliseconds: number;
}

export interface BesideState {
  /** The name of a baseline, or `run:` and the id of a run, as the address and the control have it; empty: none. */
  readonly other: string;
}

interface BesideActions {
  chooseBeside(other: string): void;
  /** The calls to the lab. */
  askBeside(): ClientOf<BesideCalls>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly beside: BesideState;
  }
  interface NotebookActions extends BesideActions {}
}
