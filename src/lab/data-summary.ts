import type { UserIndex } from '../core/ids.ts';
import type { Ratings } from '../core/ratings.ts';
import { summarise } from '../core/target.ts';
import type { LoadedData } from '../data/load.ts';
import type { DataSummary } from './protocol.ts';

/** What the page shows of a data set. */
export function summariseData({ ratings, origin, notes, elapsed }: LoadedData): DataSummary {
  const { mean, deviation } = summarise(ratings.stars);
  const [firstTimestamp, lastTimestamp] = ratings.timestamps ? rangeOf(ratings.timestamps) : [null, null];
  return {
    ...origin,
    ratings: ratings.count,
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    scale: ratings.scale,
    histogram: histogramOf(ratings),
    meanStars: mean,
    deviationStars: deviation,
    firstTimestamp,
    lastTimestamp,
    firstUserId: ratings.userIds.idOf(0 as UserIndex),
    lastUserId: ratings.userIds.idOf((ratings.userIds.size - 1) as UserIndex),
    notes,
    elapsed,
  };
}

function histogramOf({ stars }: Ratings): DataSummary['histogram'] {
  const counts = new Map<number, number>();
  for (const value of stars) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([value, count]) => ({ stars: value, count }));
}

function rangeOf(values: Uint32Array): readonly [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return [min, max];
}
