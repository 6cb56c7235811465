import type { Tally } from '../rating-scale.ts';
import { type Feedback, isCalledCounts, type RatingColumn } from './findings.ts';
import { commonest } from './not-rated.ts';

/** No scale of ratings goes further. */
const LARGEST_SCALE = 100;
/** Smaller counts are told by their tail: from this top on, so many values above so many times the median. */
const LEAST_TOP = 20;
const TAIL = 4;
const LEAST_TAIL = 3;

/** What ratings tell, by those that count and by what their column is called. */
export function feedbackOf(tally: Tally, { name, exists }: RatingColumn): Feedback {
  if (!exists) return 'events';
  // Equal counts are no longer equal once repeated events are added up.
  if (isCalledCounts(name) && (tally[0]?.[0] ?? 0) >= 0) return 'counts';
  if (tally.length === 1) return 'equal';
  return looksLikeCounts(tally) ? 'counts' : 'ratings';
}

/** Nothing below 0, and either more than any scale has or a long tail of ever fewer whole numbers. */
function looksLikeCounts(tally: Tally): boolean {
  const [least, most] = [tally[0]?.[0] ?? 0, tally.at(-1)?.[0] ?? 0];
  if (least < 0 || most < LEAST_TOP) return false;
  if (most > LARGEST_SCALE) return true;
  const median = medianOf(tally);
  const tail = tally.filter(([value]) => value > TAIL * median);
  return tail.length >= LEAST_TAIL && (commonest(tally) ?? 0) <= median && tally.every(([value]) => Number.isInteger(value));
}

function medianOf(tally: Tally): number {
  const half = tally.reduce((sum, [, count]) => sum + count, 0) / 2;
  let sum = 0;
  for (const [value, count] of tally) {
    sum += count;
    if (sum >= half) return value;
  }
  return 0;
}
