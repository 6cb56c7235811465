import type { Ratings } from '../ratings.ts';
import { partsOf, type SplitSettings } from '../split.ts';
import { countWholeUsers } from './leave-last.ts';
import { type HeldOutReport, type PartReport, reportHeldOut, reportPart, traitsOf } from './part-report.ts';
import { gatherParts } from './parts.ts';
import { stripsOf, type UserStrip } from './strips.ts';

/** What a split does to a data set. */
export interface SplitReport {
  readonly train: PartReport;
  readonly validation: HeldOutReport;
  /** Null where there is no test part. */
  readonly test: HeldOutReport | null;
  /** Users with too few ratings for the last of them to be held out; 0 with other strategies. */
  readonly wholeUsers: number;
  /** A few users, to see it by. */
  readonly strips: readonly UserStrip[];
}

/** Throws a LabError of code `no-split` as `splitRatings` does. */
export function reportSplit(ratings: Ratings, settings: SplitSettings): SplitReport {
  const parts = partsOf(ratings, settings);
  const { train, validation, test } = gatherParts(parts);
  const training = traitsOf(ratings, train);
  const { users, userIds } = ratings;
  return {
    train: reportPart(ratings, train),
    validation: reportHeldOut(ratings, validation, training),
    test: test.length > 0 ? reportHeldOut(ratings, test, training) : null,
    wholeUsers: settings.split === 'leave-last' ? countWholeUsers(users, userIds.size, settings) : 0,
    strips: stripsOf(ratings, parts),
  };
}
