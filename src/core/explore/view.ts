import type { Ratings } from '../ratings.ts';
import { meanOf, type RankedMovie, rankMovies } from './best-movies.ts';
import { crossfilter, type Filters } from './crossfilter.ts';
import type { Bin, Dimension } from './dimension.ts';
import { dimensionsOf } from './dimensions.ts';

/** A bar: how many ratings, users or movies of this bin pass the filters of all other dimensions. */
export interface Bar extends Bin {
  readonly count: number;
}

export interface DimensionView extends Pick<Dimension, 'name' | 'counts'> {
  readonly bars: readonly Bar[];
  /** Whether ranges grow by a factor. */
  readonly isLogarithmic?: boolean;
}

/** What is to be seen of a data set through filters. */
export interface ExploreView {
  /** What it was asked with. */
  readonly filters: Filters;
  /** Ratings that pass all filters, and their mean in stars. */
  readonly passing: number;
  readonly meanStars: number;
  readonly dimensions: readonly DimensionView[];
  /** Over what passes all filters, best first. */
  readonly mostRated: readonly RankedMovie[];
  readonly bestRated: readonly RankedMovie[];
  /** For the pass over the ratings and the ranking. */
  readonly milliseconds: number;
}

const MOVIES = 10;

/** Bins the ratings once; every call of what is returned is one pass over them. */
export function createExplorer(ratings: Ratings, now: () => number): (filters: Filters, minRatings: number) => ExploreView {
  const dimensions = dimensionsOf(ratings);
  return (filters, minRatings) => {
    const start = now();
    const selection = crossfilter(ratings, dimensions, filters);
    return {
      filters,
      passing: selection.passing,
      meanStars: meanOf(selection),
      dimensions: dimensions.map((dimension, place) => ({
        name: dimension.name,
        counts: dimension.counts,
        bars: dimension.bins.map((bin, at) => ({ ...bin, count: selection.counts[place]?.[at] ?? 0 })),
        ...('isLogarithmic' in dimension && { isLogarithmic: true }),
      })),
      ...rankMovies(ratings.catalogue, selection, minRatings, MOVIES),
      milliseconds: now() - start,
    };
  };
}
