import type { Feedback, Suspect } from './clean/findings.ts';
import type { DataOrigin, LoadPhase } from './data-source.ts';
import type { FeatureSizes } from './features.ts';
import type { FirstUser } from './first-user.ts';
import type { RawId } from './ids.ts';
import type { LoadNote } from './load-notes.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is told of a data set, beside its ratings. */
export interface DataSummary extends DataOrigin {
  readonly ratings: number;
  readonly users: number;
  readonly movies: number;
  readonly scale: RatingScale;
  /** What its items and ratings are called. */
  readonly words: Vocabulary;
  /** What is known beyond who rated what. */
  readonly features: FeatureSizes;
  /** Ratings by star value, ascending; where there are many values, by ranges from `stars` up to `upTo`. */
  readonly histogram: readonly { readonly stars: number; readonly upTo?: number; readonly count: number }[];
  /** In stars, over all ratings. */
  readonly meanStars: number;
  readonly deviationStars: number;
  /** Seconds since 1970-01-01 UTC; null where the data has no times. */
  readonly firstTimestamp: number | null;
  readonly lastTimestamp: number | null;
  /** Raw ids, by index. */
  readonly firstUserId: RawId;
  readonly lastUserId: RawId;
  readonly firstMovieId: RawId;
  /** Whom the page shows first; absent of runs that were kept before there was a choice. */
  readonly shownFirst?: FirstUser | undefined;
  /** What ratings tell, where it is not which is liked more: then the aim starts at List. */
  readonly feedback?: Exclude<Feedback, 'ratings'> | undefined;
  /** Values that seem to mean "not rated", and whether they are left out. */
  readonly suspects?: readonly Suspect[] | undefined;
  /** The scale of the ratings as they were read, where what counts are other values. */
  readonly readScale?: RatingScale | undefined;
  /** What is odd about the data, and the rule that was applied. */
  readonly notes: readonly LoadNote[];
  /** Milliseconds by phase. */
  readonly elapsed: Readonly<Partial<Record<LoadPhase, number>>>;
}
