import type { ListName } from './lists.ts';

/** What the data knows beyond who rated what, as numbers of table rows; 0 where it does not know. */
export interface FeatureSizes {
  /** Different genres. */
  readonly genres: number;
  /** Stretches of release years. */
  readonly years: number;
  /** Different values of all fields that describe a user. */
  readonly demographics: number;
  /** Stretches of the data's whole time. */
  readonly periods: number;
  /** Stretches of each user's own time. */
  readonly userPeriods: number;
}

export const NO_FEATURES: FeatureSizes = { genres: 0, years: 0, demographics: 0, periods: 0, userPeriods: 0 };

/** A switch of the configuration that adds an embedding. */
export type FeatureName = 'genres' | 'releaseYear' | 'demographics' | 'ratedSet' | 'ratedBy' | 'ratingTime' | 'userDrift';

/** The features that describe a user or a movie by a list of table rows. */
export const LIST_FEATURES: Readonly<Partial<Record<FeatureName, { readonly of: 'user' | 'movie'; readonly list: ListName }>>> = {
  ratedSet: { of: 'user', list: 'rated' },
  ratedBy: { of: 'movie', list: 'raters' },
  demographics: { of: 'user', list: 'demographics' },
  genres: { of: 'movie', list: 'genres' },
  releaseYear: { of: 'movie', list: 'year' },
};

/** How many rows a feature's table has: 0 where the data does not know it. */
export function featureRows(feature: FeatureName, sizes: FeatureSizes, users: number, movies: number): number {
  switch (feature) {
    case 'genres':
      return sizes.genres;
    case 'releaseYear':
      return sizes.years;
    case 'demographics':
      return sizes.demographics;
    case 'ratedSet':
      return movies;
    case 'ratedBy':
      return users;
    case 'ratingTime':
      return sizes.periods;
    case 'userDrift':
      return sizes.userPeriods * users;
  }
}
