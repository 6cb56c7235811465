import { releaseNamed } from '../../core/releases.ts';

/** The data set that comes with the page: MovieLens Latest Small, release of 17 October 2016. */
export const BUNDLED = {
  ...releaseNamed('ml-latest-small-2016'),
  path: 'data/ml-latest-small.zip',
} as const;
