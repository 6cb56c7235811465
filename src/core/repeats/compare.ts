import { difference, type FigureName, whyNotComparable } from '../run-figures.ts';
import type { RunRecord } from '../run-record.ts';
import { overlapOf } from './groups.ts';
import { excludesZero, type Interval, intervalOf } from './interval.ts';

/** How a figure of repeats differs from that of others, pair by pair; or why there are no pairs, in a few words. */
export type Paired = { readonly interval: Interval } | { readonly because: string };

/** A run is paired with the one that held out the same ratings and had the same random draws: the same seed, or the same fold. */
export function pairedDifference(name: FigureName, own: readonly RunRecord[], others: readonly RunRecord[]): Paired {
  const differences: number[] = [];
  let because = 'no run that came to its end';
  for (const record of own) {
    for (const other of others) {
      const hindrance = whyNotComparable(record, other);
      const delta = hindrance === null ? difference(name, record, other) : null;
      if (delta !== null) differences.push(delta);
      else because = hindrance ?? 'one of the two has no such figure';
    }
  }
  const interval = intervalOf(differences, overlapOf(own));
  return interval ? { interval } : { because };
}

export type Standing = 'better' | 'worse' | 'not clearly different';

/** What may be said of a difference: that it is one only where its interval leaves 0 out. */
export function standingOf(name: FigureName, interval: Interval): Standing {
  if (!excludesZero(interval)) return 'not clearly different';
  const isMore = interval.mean > 0;
  return isMore === (name === 'ndcg') ? 'better' : 'worse';
}
