import type { RawId } from '../../../core/ids.ts';
import type { Together } from '../../../core/together.ts';
import type { Call, ClientOf } from '../../../lab/wire.ts';
import type { ListRequest, Recommendation, RecommendedMovie } from '../contract.ts';

export interface GroupCalls {
  /**
   * The list of the model in use for several users together; what one of them has rated counts as rated. Fails with `unknown-user` where one is
   * not in the data, or where they are fewer than two or too many.
   */
  recommend: Call<GroupRequest, GroupList>;
  /** Any user of the model in use, else of the data that is loaded; `draw` is uniform in 0 … 1, 1 excluded. */
  anyone: Call<{ readonly draw: number }, RawId>;
}

export interface GroupRequest {
  readonly userIds: readonly RawId[];
  readonly together: Together;
  readonly request: ListRequest;
}

export interface GroupList extends Pick<Recommendation, 'left' | 'isOrdered' | 'unmatched' | 'runId' | 'milliseconds'> {
  /** Their predictions and scores are those of the group. */
  readonly movies: readonly GroupMovie[];
  /** Whether each user's scores were standardised first, since they are not in stars. */
  readonly isStandardised: boolean;
  /** Users of whom the model learned from no rating. */
  readonly unseen: readonly RawId[];
}

export interface GroupMovie extends RecommendedMovie {
  /** In the order in which the users were given. */
  readonly each: readonly { readonly userId: RawId; readonly predicted: number; readonly gave: number | null }[];
}

export interface GroupState {
  /** The users' ids, as typed. */
  readonly text: string;
  readonly together: Together;
}

interface GroupActions {
  chooseGroup(change: Partial<GroupState>): void;
  /** The calls to the lab. */
  askGroup(): ClientOf<GroupCalls>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly group: GroupState;
  }
  interface NotebookActions extends GroupActions {}
}
