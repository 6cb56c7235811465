/** The data set that comes with the page: MovieLens Latest Small, release of 17 October 2016. */
export const BUNDLED = {
  name: 'MovieLens Latest Small (2016)',
  file: 'data/ml-latest-small.zip',
  sha256: '28debaa8766bcdf5a1961038c985bf8791e4d9165c644f1f4878afcbfcaa0bb8',
} as const;
