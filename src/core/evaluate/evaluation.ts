import type { BaselineName, ModelName } from '../model-name.ts';
import type { Estimate } from './bootstrap.ts';
import type { CalibrationBin } from './calibration.ts';
import type { Coverage } from './coverage.ts';
import type { ErrorGroups } from './error-groups.ts';
import type { StarFigures } from './star-errors.ts';
import type { ListFigures } from './summarise-lists.ts';

/** The part of the ratings that is measured on. */
export type MeasuredPart = 'validation' | 'test';

export interface EvaluationSettings {
  readonly part: MeasuredPart;
  /** Places of a list that are judged. */
  readonly k: number;
  /** From which rating on a held-out movie is relevant. */
  readonly threshold: number;
  /** Training ratings that a movie must have to be recommended. */
  readonly minRatings: number;
}

/** What one model comes to. */
export interface ModelFigures {
  readonly model: ModelName;
  /** Null where no list can be judged. */
  readonly lists: ListFigures | null;
  /** Whose lists these are: how many users, all of them or some that were drawn. */
  readonly listed: number;
  /** The NDCG of the most popular movies for just these users, where they are not all; absent where they are, or it is not known. */
  readonly popularHere?: number | undefined;
  /** False where it says the same of every movie, so that its lists go by nothing. */
  readonly isOrdered: boolean;
  /** Null where it does not predict stars. */
  readonly stars: StarFigures | null;
}

/** A baseline, or why it could not be fitted. */
export type BaselineFigures =
  | ({ readonly model: BaselineName; readonly problem: null } & ModelFigures)
  | { readonly model: BaselineName; readonly problem: string };

/** A model measured on a held-out part, beside models without gradients on the same split. */
export interface Evaluation extends EvaluationSettings {
  readonly own: ModelFigures;
  /** In the order in which they were measured; all of them, once it is over. */
  readonly baselines: readonly BaselineFigures[];
  /** How far its NDCG is above that of the most popular movies, for the same users; null until both are known. */
  readonly ahead: Estimate | null;
  /** Null where the model predicts no stars. */
  readonly calibration: readonly CalibrationBin[] | null;
  readonly groups: ErrorGroups | null;
  /** Null where the model does not say how sure it is. */
  readonly coverage: Coverage | null;
  /** Held-out ratings. */
  readonly heldOut: number;
  /** Held-out ratings on which these lists are judged. */
  readonly relevant: number;
  /** Users who get a list, out of so many, and those of them who are judged. */
  readonly users: number;
  readonly population: number;
  readonly judged: number;
  /** Movies with a training rating, and those of them that are recommended. */
  readonly catalogue: number;
  readonly recommended: number;
  readonly seconds: number;
}
