import type { Ratings } from '../ratings.ts';
import type { Sliced } from '../slices.ts';
import { type SplitSettings, splitRatings } from '../split.ts';
import { type StarsSummary, summariseAt } from '../target.ts';
import { countWholeUsers } from './leave-last.ts';
import { type HeldOutReport, type PartReport, reportHeldOut, reportPart, traitsOf } from './part-report.ts';
import { stripsOf, type UserStrip } from './strips.ts';

/** What a split does to a data set. */
export interface SplitReport {
  /** Of the training part, which is all that a model may know. */
  readonly stars: StarsSummary;
  readonly train: PartReport;
  /** Without ratings where nothing is held out. */
  readonly validation: HeldOutReport;
  /** Null where there is no test part. */
  readonly test: HeldOutReport | null;
  /** Users with too few ratings for the last of them to be held out; 0 with other strategies. */
  readonly wholeUsers: number;
  /** A few users, to see it by. */
  readonly strips: readonly UserStrip[];
}

/** A slice is one of the steps. Throws a LabError of code `no-split` as `splitRatings` does. */
export function* reportSplit(ratings: Ratings, settings: SplitSettings): Sliced<SplitReport> {
  const { count, users, userIds } = ratings;
  const split = splitRatings(ratings, settings);
  const { train, validation, test } = split;
  yield count;
  const training = traitsOf(ratings, train);
  yield train.length;
  const trainReport = reportPart(ratings, train);
  yield train.length;
  const validationReport = reportHeldOut(ratings, validation, training);
  yield validation.length;
  return {
    stars: summariseAt(ratings.stars, train),
    train: trainReport,
    validation: validationReport,
    test: test.length > 0 ? reportHeldOut(ratings, test, training) : null,
    wholeUsers: settings.split === 'leave-last' ? countWholeUsers(users, userIds.size, settings) : 0,
    strips: stripsOf(ratings, split),
  };
}
