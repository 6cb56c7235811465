import type { Followed } from '../../core/embeddings/follows.ts';
import type { LengthBin } from '../../core/embeddings/length-bins.ts';
import type { Purity } from '../../core/embeddings/purity.ts';
import type { RawId } from '../../core/ids.ts';
import type { RunId } from '../../core/run-report.ts';
import type { Call, ClientOf } from '../../lab/wire.ts';

export interface EmbeddingsCalls {
  /** The movies whose titles fit a text best, at most `count`; of equal ones those with the most ratings first. */
  search: Call<{ readonly text: string; readonly count: number }, readonly MovieName[]>;
  /** What is most similar to a movie, by the embeddings or the weights of the model in use. Without a movie, to the one with the most ratings. */
  similar: Call<SimilarRequest, SimilarMovies>;
  /** What is most similar to the sum of some movies' embeddings less those of others, by cosine. Fails with `no-model` for a model without embeddings. */
  combine: Call<CombineRequest, readonly SimilarMovie[]>;
  /** What biases, factors and lengths say. */
  numbers: Call<{ readonly minRatings: number }, EmbeddingNumbers>;
  /**
   * The embeddings in two dimensions. Reports how far it is; fails with `cancelled` when aborted, with `no-model` for a model without embeddings, and with
   * `diverged` where they are not finite.
   */
  map: Call<MapRequest, EmbeddingMap, number>;
  /** What the points of the last map are coloured by. */
  colours: Call<{ readonly by: MapColour }, MapColours>;
  /** What a point of the last map is, with its nearest neighbours by cosine. */
  point: Call<{ readonly point: number }, PointCard>;
  /** Where a vector of the space of the users lies on the last map by PCA. Fails with `no-model` where that space is not the one of the points. */
  place: Call<{ readonly vector: Float32Array }, PlacedVector>;
  /** The point of a movie in the last map; null where there is none. */
  pointOf: Call<{ readonly movieId: RawId }, number | null>;
  /** What some points of the last map have in common. */
  points: Call<{ readonly points: Int32Array }, PointSelection>;
  /** Points of the last map, those with the most ratings first. */
  page: Call<{ readonly from: number; readonly count: number }, readonly PointRow[]>;
}

export interface MovieName {
  readonly movieId: RawId;
  /** As one reads it. */
  readonly title: string;
  readonly year: number | null;
  /** How many users rated it. */
  readonly ratings: number;
}

export interface SimilarRequest {
  readonly movieId: RawId | null;
  readonly count: number;
  /** Movies with fewer ratings are left out. */
  readonly minRatings: number;
}

export interface SimilarMovie extends MovieName {
  readonly genres: readonly string[];
  readonly value: number;
}

/** What the values of a list are. */
export type SimilarityName = 'cosine' | 'dot' | 'ease' | 'neighbours';

export interface SimilarMovies {
  readonly runId: RunId;
  /** Whether the movie that was asked for is not in the data, so that the one with the most ratings stands in. */
  readonly isUnknown: boolean;
  readonly movie: MovieName & { readonly genres: readonly string[] };
  /** Its embedding and the length of it; null of a model without. */
  readonly vector: Float32Array | null;
  readonly length: number | null;
  /** Two of a model with embeddings, else one. */
  readonly lists: readonly SimilarList[];
}

export interface SimilarList {
  readonly by: SimilarityName;
  readonly movies: readonly SimilarMovie[];
  /** Of the numbers of ratings of those listed; null where none is. */
  readonly medianRatings: number | null;
}

export interface CombineRequest {
  readonly plus: readonly RawId[];
  readonly minus: readonly RawId[];
  readonly count: number;
  readonly minRatings: number;
}

export interface EmbeddingNumbers {
  readonly runId: RunId;
  readonly minRatings: number;
  /** How many movies have so many ratings. */
  readonly movies: number;
  /** Null of a model without biases. */
  readonly biases: { readonly most: readonly RatedBias[]; readonly least: readonly RatedBias[] } | null;
  /** Null of a model without embeddings, or where none varies. */
  readonly axes: readonly Axis[] | null;
  /** Null of a model without embeddings. */
  readonly lengths: { readonly bins: readonly LengthBin[]; readonly correlation: number } | null;
}

export type PointsOf = 'movies' | 'users';
export type MapMethod = 'pca' | 'umap' | 'tsne';
export type MapColour = 'genre' | 'year' | 'bias' | 'popularity' | 'uncertainty';

export interface MapRequest {
  readonly of: PointsOf;
  readonly method: MapMethod;
}

export interface EmbeddingMap extends MapRequest {
  readonly runId: RunId;
  /** Of the epoch whose weights these are, while a run goes; null where they are those in use. */
  readonly epoch: number | null;
  readonly positions: Float32Array; // (points, 2)
  /** How many movies or users have an embedding that was trained; of too many those with the most ratings are points. */
  readonly trained: number;
  /** How many numbers an embedding has. */
  readonly width: number;
  /** The shares of the variance along both axes; null of other methods than PCA. */
  readonly explained: readonly [number, number] | null;
  /** In all dimensions, of movies with genres. */
  readonly purity: Purity | null;
  /** Of the method alone, and of all work. */
  readonly milliseconds: { readonly method: number; readonly all: number };
}

export interface PlacedVector {
  readonly place: readonly [right: number, up: number];
  /** The points most similar by cosine, best first. */
  readonly nearest: readonly PointRow[];
}

export type MapColours =
  /** `classes` are places among the names; that of the last name is none of the others. */
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly classes: Uint8Array }
  /** Values that are not known are not numbers; `low` and `high` hold nine tenths of them. */
  | {
      readonly kind: 'values';
      readonly values: Float32Array;
      readonly low: number;
      readonly high: number;
      readonly isLogarithmic: boolean;
    }
  /** There is nothing to colour by; why, in a sentence. */
  | { readonly kind: 'none'; readonly why: string };

export interface PointRow {
  readonly point: number;
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly ratings: number;
}

export interface PointCard extends PointRow {
  /** Null of a user. */
  readonly movieId: RawId | null;
  readonly neighbours: readonly (PointRow & { readonly value: number })[];
}

export interface PointSelection {
  readonly count: number;
  /** Those with the most ratings. */
  readonly rows: readonly PointRow[];
  /** The genres that are more frequent among them than among all points, the most distinctive first. */
  readonly genres: readonly { readonly genre: string; readonly share: number; readonly shareOfAll: number }[];
}

export interface RatedBias extends MovieName {
  /** In stars; as it is where the model gives scores. */
  readonly bias: number;
}

/** A principal axis of the movies' embeddings. */
export interface Axis {
  /** Of the variance. */
  readonly share: number;
  /** The movies at both ends, the outermost first. */
  readonly low: readonly MovieName[];
  readonly high: readonly MovieName[];
  /** What it clearly goes with, most clearly first. */
  readonly follows: readonly Followed[];
}

export type EmbeddingsView = 'similar' | 'numbers' | 'map';

export interface EmbeddingsState {
  readonly view: EmbeddingsView;
  /** Null where nothing was chosen. */
  readonly movieId: RawId | null;
  readonly method: MapMethod;
  readonly colour: MapColour;
}

interface EmbeddingsActions {
  chooseInEmbeddings(choice: Partial<EmbeddingsState>): void;
  /** The calls of this cell to the lab. */
  askEmbeddings(): ClientOf<EmbeddingsCalls>;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly embeddings: EmbeddingsState;
  }
  interface NotebookActions extends EmbeddingsActions {}
}
