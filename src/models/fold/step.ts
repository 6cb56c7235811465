import type { Lists } from '../../core/lists.ts';
import type { EmbeddingNode, Weights } from '../graph.ts';

/** Whose numbers a network is worked out for, beside the tables of their own. */
export interface UserSide {
  /** The movies that the user rated, as the table of rated sets knows them. */
  readonly rated: ArrayLike<number>;
  /** Rows of the table of demographics; none of a user of whom nothing is known. */
  readonly demographics: ArrayLike<number>;
  /** Rows of the tables that are looked up by the time; null: the biases of time count for nothing. */
  readonly when: { readonly period: number; readonly userPeriod: number } | null;
}

/** What a node says, and how much the prediction changes with it. */
export interface Place {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  /** Whether it is other for each movie, and whether it depends on the user's own numbers. */
  readonly isOfMovie: boolean;
  readonly isOwn: boolean;
}

export interface Step extends Place {
  forward(movie: number): void;
  /** What a step of a movie works out once for each change of the user's numbers. */
  turn?(): void;
  /** Adds to the errors of the inputs that are the user's own. */
  backward(): void;
  /** Of what is put side by side: the parts, which are read instead of it. */
  readonly parts?: readonly Place[];
}

/** What dense layers make of a movie's inputs alone, (movies, width) of each layer by its name; a row is filled in when it is first needed. */
export type MovieShares = Map<string, { readonly values: Float64Array; readonly isKnown: Uint8Array }>;

export interface StepContext {
  readonly weights: Weights;
  readonly lists: Lists;
  readonly side: UserSide;
  readonly movies: number;
  /** Of the same weights and lists; absent where it is not worth keeping them. */
  readonly shares?: MovieShares | undefined;
  placeOf(name: string): Step;
  /** The user's own numbers of a table, and their derivatives. */
  own(node: EmbeddingNode): Pick<Place, 'values' | 'errors'>;
}

/** A step without what it does. */
export type Made = Omit<Step, 'forward' | 'backward'>;
