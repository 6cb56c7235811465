import type { RawId } from '../../../core/ids.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { Call } from '../../../lab/wire.ts';
import type { ListRequest, Recommendation } from '../contract.ts';

export interface YouCalls {
  /** The movies whose titles fit what is typed, best first. */
  search: Call<{ readonly typed: string }, readonly FoundMovie[]>;
  /** Well-known movies, of which a rating tells the model in use most beside those that were rated; best first. */
  prompts: Call<{ readonly rated: readonly RawId[] }, Prompts>;
  /** Movies by their index in the data. */
  moviesAt: Call<{ readonly indices: readonly number[] }, readonly FoundMovie[]>;
  /** The list of the model in use for somebody with these ratings whom it was not trained on. Fails where the model cannot do that. */
  recommend: Call<{ readonly own: readonly OwnMovie[]; readonly request: ListRequest }, OwnList>;
  /** The same person's embedding where it meets those of the movies. Fails where nothing is rated, or the model has no embeddings. */
  fold: Call<{ readonly own: readonly OwnMovie[] }, OwnEmbedding>;
  /** The list of a user who had rated otherwise, beside that of the ratings as they are; both follow from the ratings alone. */
  whatIf: Call<WhatIfRequest, WhatIf>;
}

export interface FoundMovie {
  readonly movieId: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly ratings: number;
}

export interface Prompts {
  readonly movies: readonly FoundMovie[];
  /** Whether they were chosen by the movies' embeddings, or by how much opinions of them differ. */
  readonly by: 'embeddings' | 'ratings';
}

/** A movie that the visitor has rated. */
export interface OwnMovie {
  readonly movieId: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly stars: number;
}

export interface OwnList extends Pick<Recommendation, 'movies' | 'left' | 'isOrdered' | 'unmatched' | 'runId' | 'milliseconds'> {
  readonly by: FoldedBy;
  /** Titles of ratings whose movies the data does not have. */
  readonly missing: readonly string[];
}

export interface OwnEmbedding {
  readonly runId: RunId;
  readonly vector: Float32Array;
  /** Of how many ratings. */
  readonly ratings: number;
}

export type FoldedBy = 'ridge' | 'newton' | 'gauss-newton' | 'direct';

export interface WhatIfRequest {
  readonly userId: RawId;
  /** What the user would have given instead; null: no rating. */
  readonly changes: readonly { readonly movieId: RawId; readonly stars: number | null }[];
  readonly request: ListRequest;
}

export interface WhatIf extends Pick<OwnList, 'by' | 'milliseconds'> {
  /** What the model learned from of this user, highest first, as it is. */
  readonly learned: readonly OwnMovie[];
  readonly before: Recommendation['movies'];
  readonly after: Recommendation['movies'];
  /** How many of the list before the model as it was trained has in its own. */
  readonly trainedAlike: number;
}

export interface YouState {
  /** What the visitor has rated, newest first; null until it was looked for in the browser. */
  readonly own: readonly OwnMovie[] | null;
}

interface YouActions {
  /** Looks for the visitor's ratings in the browser, where that was not done yet. */
  openOwn(): Promise<void>;
  /** Takes these for the visitor's ratings. `words`: where it can be undone, what was done. */
  rateOwn(own: readonly OwnMovie[], words?: string): void;
  searchMovies(typed: string): Promise<readonly FoundMovie[]>;
  findPrompts(): Promise<Prompts>;
  moviesAt(indices: readonly number[]): Promise<readonly FoundMovie[]>;
  recommendOwn(): Promise<OwnList>;
  foldOwn(): Promise<OwnEmbedding>;
  whatIf(userId: RawId, changes: WhatIfRequest['changes']): Promise<WhatIf>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly you: YouState;
  }
  interface NotebookActions extends YouActions {}
}
