import type { CellRun } from '../../core/cell-machine.ts';
import type { RawId } from '../../core/ids.ts';
import type { RunId } from '../../core/run-report.ts';
import type { UserTrait } from '../../core/users-by-trait.ts';
import type { Call } from '../../lab/wire.ts';

export interface RecommendCalls {
  /** The movies that the model in use has for a user. */
  recommend: Call<ListRequest & { readonly userId: RawId }, Recommendation>;
  /** A user by their place among those whose ids are valid: of the model in use, else of the data that is loaded. */
  pickUser: Call<UserRequest, RawId>;
  /** Where a user stands among those, from 1; null where there is none of this id. */
  placeOf: Call<{ readonly userId: RawId }, number | null>;
  /** What the movies of the model in use, else of the data that is loaded, can be filtered by. */
  filterChoices: Call<void, FilterChoices>;
  /** The users of the same who have a trait most; `of`: whom the others are compared with. */
  usersByTrait: Call<{ readonly trait: UserTrait; readonly of: RawId }, readonly TraitUserCard[]>;
}

/** How many movies to recommend, and among which. */
export interface ListRequest extends MovieFilters {
  readonly count: number;
  /** By how many users they must have been rated. */
  readonly minRatings: number;
  /** `out` where absent. */
  readonly rated?: RatedRule;
  /** What popularity costs (see core/discount.ts); nothing where absent. */
  readonly discount?: number;
  /** Whether movies of which the model is less sure count less. */
  readonly careful?: boolean;
}

/** Which of the movies that the user rated are left out: all, those that the model learned from, or none. */
export type RatedRule = 'out' | 'learned-out' | 'in';

export interface MovieFilters {
  readonly genre?: string;
  /** Both ends included; null where it has no end. Movies without a year are left out. */
  readonly years?: readonly [from: number | null, to: number | null];
  /** Only these, one a line, with or without their years. */
  readonly titles?: string;
}

/** What there is to filter by. */
export interface FilterChoices {
  readonly genres: readonly string[];
  /** Of the oldest and the newest movie; null where no year is known. */
  readonly years: readonly [first: number, last: number] | null;
  /** Whether it is known when ratings were given. */
  readonly hasTimes: boolean;
}

export interface TraitUserCard {
  readonly userId: RawId;
  /** What the trait is measured by (see core/users-by-trait.ts). */
  readonly figure: number;
  readonly ratings: number;
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
  /** Best first. */
  readonly movies: readonly RecommendedMovie[];
  readonly left: LeftOver;
  /** Of a list of titles: those that no movie has; null without a list. */
  readonly unmatched: readonly string[] | null;
  /** What the user rated highest, best first. */
  readonly favourites: readonly RatedMovie[];
  readonly milliseconds: number;
}

/** What of the movies that a user has not rated, or of those that are not left out for it, can be recommended. */
export interface LeftOver {
  readonly unrated: number;
  /** How many of them the filters leave out. */
  readonly filtered: number;
  /** How many of the rest too few users rated. */
  readonly hidden: number;
  /** By how many users they must have been rated. */
  readonly minRatings: number;
  /** How many movies the list has room for. */
  readonly wanted: number;
  /** The most that `minRatings` can be for a list as long as is wanted, or as there are movies. */
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
  /** What the user gave, where they have rated it. */
  readonly gave: { readonly stars: number; readonly heldOut: boolean } | null;
  /** Half of all ratings are expected within so many stars of the prediction; absent where the model does not say how sure it is. */
  readonly within?: number;
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
  readonly choices: ListChoices;
}

/** What the list is to be, as the address writes it; what is absent is as it starts (see choices.ts). */
export type ListChoices = Readonly<Partial<Record<ChoiceName, string>>>;

export type ChoiceName = 'top' | 'rated' | 'discount' | 'careful' | 'genre' | 'years' | 'titles';

interface RecommendActions {
  /** The movies for the user whose id is typed; a problem shows in the cell. */
  recommend(userText: string): Promise<void>;
  /** Goes on to the user before or after the one that is typed, or to any. */
  pickUser(which: -1 | 1 | 'random'): Promise<void>;
  /** Changes what the list is to be; an empty text is as it starts. */
  chooseList(changes: ListChoices): void;
  /** Back to a list of any movies. */
  clearListFilters(): void;
  /** What a list is asked for by. Rejects with a LabError, as the others do. */
  listRequest(): Promise<ListRequest>;
  filterChoices(): Promise<FilterChoices>;
  usersByTrait(trait: UserTrait): Promise<readonly TraitUserCard[]>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly recommend: RecommendState;
  }
  interface NotebookActions extends RecommendActions {}
}
