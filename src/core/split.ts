import { LabError } from './errors.ts';
import type { Configuration } from './hyperparameters.ts';
import { type KeepLast, keepLast } from './keep-last.ts';
import type { Ratings } from './ratings.ts';
import { asInFiles } from './split/as-in-files.ts';
import { leaveLast } from './split/leave-last.ts';
import { gatherParts, type Parts, type Split, TRAIN, VALIDATION } from './split/parts.ts';
import { randomShare } from './split/random-share.ts';
import { timeCut } from './split/time-cut.ts';

export type SplitSettings = Pick<
  Configuration,
  'split' | 'validationShare' | 'testShare' | 'validationPerUser' | 'testPerUser' | 'seed'
>;

/** What of a configuration decides the split. */
export function splitSettings(configuration: SplitSettings): SplitSettings {
  const { split, validationShare, testShare, validationPerUser, testPerUser, seed } = configuration;
  return { split, validationShare, testShare, validationPerUser, testPerUser, seed };
}

/** The last split of each ratings: what is shown of it and what is trained on it are mostly the same. */
const splits = new WeakMap<Ratings, KeepLast<Split>>();

/**
 * Divides ratings by the strategy of the settings; once as long as both stay. Throws a LabError of code `no-split` where that cannot be done.
 */
export function splitRatings(ratings: Ratings, settings: SplitSettings): Split {
  const split = splits.get(ratings) ?? keepLast<Split>();
  splits.set(ratings, split);
  return split(splitSettings(settings), () => gatherParts(partsOf(ratings, settings)));
}

/**
 * The part of every rating. Throws a LabError of code `no-split` where a part to train on would be empty, or one to validate on although
 * something is to be held out, or where the strategy goes by time and the ratings have none.
 */
function partsOf(ratings: Ratings, settings: SplitSettings): Parts {
  if (settings.split === 'none') return new Uint8Array(ratings.count).fill(TRAIN);
  const parts = divide(ratings, settings);
  if (parts.includes(TRAIN) && parts.includes(VALIDATION)) return parts;
  throw new LabError(
    'no-split',
    'This split leaves no ratings for training, or none for validation.',
    'Choose another split, hold out fewer ratings per user, or load more ratings.',
  );
}

function divide({ count, users, timestamps, userIds, parts }: Ratings, settings: SplitSettings): Parts {
  if (settings.split === 'files') {
    if (parts) return asInFiles(parts, settings, settings.seed);
    throw new LabError(
      'no-split',
      'These ratings did not come in separate files for training and test.',
      'Choose the random share.',
    );
  }
  if (settings.split === 'random') return randomShare(count, settings, settings.seed);
  if (timestamps === null)
    throw new LabError('no-split', 'These ratings have no times to split them by.', 'Choose the random share.');
  if (settings.split === 'time-cut') return timeCut(timestamps, settings);
  return leaveLast({ users, timestamps, userCount: userIds.size }, settings);
}
