import type { Ratings } from '../ratings.ts';
import type { Dimension } from './dimension.ts';
import { activityDimension, categoryDimension, genreDimension } from './entity-dimensions.ts';
import { starDimension } from './star-dimension.ts';
import { timeDimension } from './time-dimension.ts';

/** Everything that a data set can be looked at by: what it lacks is left out. */
export function dimensionsOf(ratings: Ratings): readonly Dimension[] {
  const { users, movies, timestamps, userIds, movieIds, demographics } = ratings;
  const genre = genreDimension(ratings);
  return [
    starDimension(ratings),
    activityDimension('user', users, userIds.size),
    activityDimension('movie', movies, movieIds.size),
    ...(timestamps ? [timeDimension(timestamps)] : []),
    ...(genre ? [genre] : []),
    ...(demographics
      ? (['gender', 'age', 'occupation'] as const).map((name) => categoryDimension(name, demographics[name]))
      : []),
  ];
}
