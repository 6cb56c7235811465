import type { DataSummary } from '../../../core/data-summary.ts';
import { featureSizes } from '../../../core/feature-lists.ts';
import type { MovieIndex, UserIndex } from '../../../core/ids.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { overRows, type Sliced } from '../../../core/slices.ts';
import { summarise } from '../../../core/target.ts';
import { MOVIES, vocabularyOf } from '../../../core/vocabulary.ts';
import type { LoadedData } from '../../../data/load.ts';

/** What the page shows of a data set. */
export function* summariseData({ ratings, origin, findings, items = MOVIES, notes, elapsed }: LoadedData): Sliced<DataSummary> {
  const { mean, deviation } = summarise(ratings.stars);
  const [firstTimestamp, lastTimestamp] = ratings.timestamps ? yield* rangeOf(ratings.timestamps) : [null, null];
  return {
    ...origin,
    ...findings,
    ratings: ratings.count,
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    scale: ratings.scale,
    words: vocabularyOf(items, ratings.scale),
    features: featureSizes(ratings),
    histogram: yield* histogramOf(ratings),
    meanStars: mean,
    deviationStars: deviation,
    firstTimestamp,
    lastTimestamp,
    firstUserId: ratings.userIds.idOf(0 as UserIndex),
    lastUserId: ratings.userIds.idOf((ratings.userIds.size - 1) as UserIndex),
    firstMovieId: ratings.movieIds.idOf(0 as MovieIndex),
    notes,
    elapsed,
  };
}

/** More bars than this say less. */
const MOST_BARS = 21;
const BINS = 20;

/** By value where there are few on the scale, else by equal parts of it. */
function* histogramOf({ stars, scale: { min, max, step } }: Ratings): Sliced<DataSummary['histogram']> {
  const byValue = step > 0 && (max - min) / step < MOST_BARS;
  const width = byValue ? step : (max - min) / BINS;
  const last = byValue ? Math.round((max - min) / step) : BINS - 1;
  const rounding = byValue ? 0.5 : 0;
  const counts = new Int32Array(last + 1);
  yield* overRows(stars.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const bin = Math.min(last, Math.floor(((stars[at] as number) - min) / width + rounding));
      counts[bin] = (counts[bin] as number) + 1;
    }
  });
  return Array.from(counts, (count, bin) => ({
    stars: tidy(min + bin * width),
    ...(byValue ? {} : { upTo: tidy(min + (bin + 1) * width) }),
    count,
  })).filter(({ count }) => count > 0 || !byValue);
}

const tidy = (value: number): number => Number(value.toPrecision(4));

function* rangeOf(values: Uint32Array): Sliced<readonly [number, number]> {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* overRows(values.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const value = values[at] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  });
  return [min, max];
}
