import type { Demographics } from './demographics.ts';
import type { IdMap, MovieId, MovieIndex, RawId, UserId, UserIndex } from './ids.ts';
import type { RatingScale } from './rating-scale.ts';

export interface Movie {
  readonly id: MovieId;
  /** Without the year. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

/** One rating per position in four parallel arrays, users and movies as dense indices. */
export interface Ratings {
  readonly count: number;
  readonly users: Int32Array; // (count), UserIndex
  readonly movies: Int32Array; // (count), MovieIndex
  readonly stars: Float32Array; // (count)
  /** (count), seconds since 1970-01-01 UTC; null where the data has no times. */
  readonly timestamps: Uint32Array | null;
  readonly userIds: IdMap<UserId, UserIndex>;
  readonly movieIds: IdMap<MovieId, MovieIndex>;
  /** By MovieIndex. */
  readonly catalogue: readonly Movie[];
  readonly scale: RatingScale;
  /** (count), the part of a split that the file of each says it is in, as `split/parts.ts` numbers them; missing where none does. */
  readonly parts?: Uint8Array | undefined;
  /** By UserIndex; null where nothing is known of the users. */
  readonly demographics: Demographics | null;
}

/** What a parser delivers: parallel columns with raw ids, which are numbers, or positions in the labels where there are any. */
export interface RatingColumns {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly stars: Float32Array;
  readonly timestamps: Uint32Array | null;
  readonly userLabels?: readonly string[] | undefined;
  readonly movieLabels?: readonly string[] | undefined;
  /** The part of a split that each is in, by its file. */
  readonly parts?: Uint8Array | undefined;
}

export interface MovieRecord {
  readonly id: RawId;
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}
