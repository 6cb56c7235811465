import type { RawId } from '../../../core/ids.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { Target } from '../../../core/target.ts';
import type { Call } from '../../../lab/wire.ts';
import type { PairView, StepExample, StepView, TableStatistics } from '../../../models/inspection.ts';

export interface InternalsCalls {
  /**
   * One rating on its way through the model of the run that goes, else of the one whose weights are in use. While a run is paused
   * or over, with its weights as they are and, where the last call was one step ago, with that step; while it runs, with those of its
   * last whole epoch.
   */
  inspect: Call<InspectionRequest, Inspection>;
  /** How the weights of the same run are spread, and the gradients of a sample of what it learns from. */
  measureWeights: Call<void, WeightReport>;
}

/** Which rating to watch. Without a user one of the coming batch; without a movie that the user has rated, the best to learn from. */
export interface InspectionRequest {
  readonly userId: RawId | null;
  readonly movieId: RawId | null;
}

/** A rating that can be watched. */
export interface WatchedRating {
  readonly userId: RawId;
  readonly movieId: RawId;
  readonly title: string;
  readonly stars: number;
  readonly heldOut: boolean;
  /** Whether it was in the last batch or will be in the next; null in neither. */
  readonly batch: 'last' | 'next' | null;
}

/** Weights as they are, or as they were at the end of the last whole epoch. */
export type InspectedMoment = 'now' | 'epoch-end';

export interface Inspection {
  readonly runId: RunId;
  readonly moment: InspectedMoment;
  readonly rating: WatchedRating;
  /** Ratings of the same user, the best to learn from first. */
  readonly offered: readonly WatchedRating[];
  /** Stars = what the view says · scale + offset. */
  readonly target: Target;
  readonly view: PairView;
  readonly step: InspectedStep | null;
}

export type InspectedStep = Omit<StepView, 'examples'> & {
  /** Of SGD. */
  readonly momentum: number;
  /** The bound of every number of a gradient; 0 where there is none. */
  readonly clip: number;
  readonly examples: readonly (StepExample & Pick<WatchedRating, 'userId' | 'movieId' | 'title'>)[];
};

export interface WeightReport {
  readonly runId: RunId;
  readonly moment: InspectedMoment;
  /** How many ratings the gradients are the mean of. */
  readonly examples: number;
  /** How many users' lists count beside them; 0 where stars are all that is learned. */
  readonly listUsers: number;
  readonly tables: readonly TableStatistics[];
}

/** A look into the run that goes, else into the weights in use. Both reject with a LabError. */
interface InternalsActions {
  inspect(request: InspectionRequest): Promise<Inspection>;
  measureWeights(): Promise<WeightReport>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookActions extends InternalsActions {}
}
