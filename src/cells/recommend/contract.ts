import type { CellRun } from '../../core/cell-machine.ts';
import type { RawId } from '../../core/ids.ts';
import type { RunId } from '../../core/run-report.ts';
import type { Call } from '../../lab/wire.ts';

export interface RecommendCalls {
  /** The movies that the model in use has for a user. */
  recommend: Call<ListRequest & { readonly userId: RawId }, Recommendation>;
  /** A user by their place among those whose ids are valid: of the model in use, else of the data that is loaded. */
  pickUser: Call<UserRequest, RawId>;
  /** Where a user stands among those, from 1; null where there is none of this id. */
  placeOf: Call<{ readonly userId: RawId }, number | null>;
  /** The weights in use, as an .npz file. */
  weights: Call<void, Uint8Array<ArrayBuffer>>;
}

/** How many movies to recommend, and by how many users they must have been rated. */
export interface ListRequest {
  readonly count: number;
  readonly minRatings: number;
}

export type UserRequest =
  /** The one before or after; at an end, the one there. */
  | { readonly kind: 'beside'; readonly of: RawId; readonly by: -1 | 1 }
  /** The one at a place, from 1; the last where there are not so many. */
  | { readonly kind: 'at'; readonly place: number }
  /** `draw` is uniform in 0 … 1, 1 excluded. */
  | { readonly kind: 'random'; readonly draw: number };

export interface Recommendation {
  readonly runId: RunId;
  readonly userId: RawId;
  /** How many ratings the user gave, and their mean in stars. */
  readonly userRatings: number;
  readonly userMeanStars: number;
  /** Whether the model was trained on any rating of this user. */
  readonly seenInTraining: boolean;
  /** Whether some movies that could be recommended have another score than the rest: else their order says nothing. */
  readonly isOrdered: boolean;
  /** Best first; never rated by this user. */
  readonly movies: readonly RecommendedMovie[];
  readonly left: LeftOver;
  /** What the user rated highest, best first. */
  readonly favourites: readonly RatedMovie[];
  readonly milliseconds: number;
}

/** What of the movies that a user has not rated can be recommended. */
export interface LeftOver {
  readonly unrated: number;
  /** How many of them too few users rated. */
  readonly hidden: number;
  /** By how many users they must have been rated. */
  readonly minRatings: number;
  /** The most that this can be for a list as long as is wanted, or as there are movies. */
  readonly enough: number;
}

export interface MovieCard {
  readonly movieId: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  /** How many users rated it. */
  readonly ratings: number;
  /** The model's prediction in stars, held to the rating scale; with a pairwise loss a score, which only ranks. */
  readonly predicted: number;
}

export interface RecommendedMovie extends MovieCard {
  /** What the movies are ordered by, highest first. */
  readonly score: number;
  /** The mean of the ratings it got, in stars. */
  readonly meanStars: number;
}

export interface RatedMovie extends MovieCard {
  /** What the user gave. */
  readonly stars: number;
  /** Whether this rating was held out of training. */
  readonly heldOut: boolean;
}

export interface RecommendState {
  readonly run: CellRun;
  /** What stands in the user field, as typed. */
  readonly userText: string;
  /** Where that user stands among those of the data, from 1; null where that is not known, or not asked. */
  readonly place: number | null;
  readonly result: Recommendation | null;
}

interface RecommendActions {
  /** Five movies for the user whose id is typed; a problem shows in the cell. */
  recommend(userText: string): Promise<void>;
  /** Goes on to the user before or after the one that is typed, or to any. */
  pickUser(which: -1 | 1 | 'random'): Promise<void>;
  /** The weights that recommend, as an .npz file. Rejects with a LabError. */
  weights(): Promise<Uint8Array<ArrayBuffer>>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly recommend: RecommendState;
  }
  interface NotebookActions extends RecommendActions {}
}
