import { LabError } from './errors.ts';
import type { Configuration } from './hyperparameters.ts';
import type { Ratings } from './ratings.ts';
import { leaveLast } from './split/leave-last.ts';
import { gatherParts, type Parts, type Split } from './split/parts.ts';
import { randomShare } from './split/random-share.ts';
import { timeCut } from './split/time-cut.ts';

export type SplitSettings = Pick<
  Configuration,
  'split' | 'validationShare' | 'testShare' | 'validationPerUser' | 'testPerUser' | 'seed'
>;

/**
 * Divides ratings by the strategy of the settings. Throws a LabError of code `no-split` where a part to train on or to validate on
 * would be empty.
 */
export function splitRatings(ratings: Ratings, settings: SplitSettings): Split {
  const split = gatherParts(partsOf(ratings, settings));
  if (split.train.length > 0 && split.validation.length > 0) return split;
  throw new LabError(
    'no-split',
    'This split leaves no rating to train on, or none to validate on.',
    'Choose another split, hold out less of every user, or load more ratings.',
  );
}

export function partsOf({ count, users, timestamps, userIds }: Ratings, settings: SplitSettings): Parts {
  switch (settings.split) {
    case 'random':
      return randomShare(count, settings, settings.seed);
    case 'leave-last':
      return leaveLast({ users, timestamps, userCount: userIds.size }, settings);
    case 'time-cut':
      if (timestamps) return timeCut(timestamps, settings);
      throw new LabError('no-split', 'These ratings have no times to cut at.', 'Choose another split.');
  }
}
