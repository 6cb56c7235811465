/** The releases of MovieLens whose bytes are known. */
export type ReleaseName = 'ml-100k' | 'ml-1m' | 'ml-latest-small-2016' | 'ml-latest-small-2018' | 'ml-32m';

export interface Release {
  readonly name: ReleaseName;
  readonly title: string;
  /** As GroupLens calls it. */
  readonly file: string;
  /** Of the zip, in hexadecimal. */
  readonly sha256: string;
  /** Of the zip; null where it is not known. */
  readonly bytes: number | null;
  /** Whether its terms allow to pass it on under the same terms, or not at all. */
  readonly mayBePassedOn: boolean;
}

const GROUPLENS = 'https://files.grouplens.org/datasets/movielens/';

/** Hashes that several projects pin, or that were computed from the file. */
export const RELEASES: readonly Release[] = [
  {
    name: 'ml-1m',
    title: 'MovieLens 1M',
    file: 'ml-1m.zip',
    sha256: 'a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20',
    bytes: 5_917_549,
    mayBePassedOn: false,
  },
  {
    name: 'ml-100k',
    title: 'MovieLens 100K',
    file: 'ml-100k.zip',
    sha256: '50d2a982c66986937beb9ffb3aa76efe955bf3d5c6b761f4e3a7cd717c6a3229',
    bytes: 4_924_029,
    mayBePassedOn: false,
  },
  {
    name: 'ml-latest-small-2018',
    title: 'MovieLens Latest Small (2018)',
    file: 'ml-latest-small.zip',
    sha256: '696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436',
    bytes: 978_202,
    mayBePassedOn: true,
  },
  {
    name: 'ml-32m',
    title: 'MovieLens 32M',
    file: 'ml-32m.zip',
    sha256: 'e4a68655d7386b8f95f2f2424b2ff975dfdd15ffd59e0d864a14dca43e99d6ee',
    bytes: null,
    mayBePassedOn: true,
  },
  {
    // Packed anew from GroupLens' own ratings.csv; of movies.csv without those that nobody rated.
    name: 'ml-latest-small-2016',
    title: 'MovieLens Latest Small (2016)',
    file: 'ml-latest-small.zip',
    sha256: '28debaa8766bcdf5a1961038c985bf8791e4d9165c644f1f4878afcbfcaa0bb8',
    bytes: null,
    mayBePassedOn: true,
  },
];

/** The release that a zip is, byte for byte; null where it is none that is known. */
export const releaseOf = (sha256: string | null): Release | null => RELEASES.find((release) => release.sha256 === sha256) ?? null;

export const releaseNamed = (name: ReleaseName): Release => RELEASES.find((release) => release.name === name) as Release;

/** Where GroupLens has a release. */
export const urlOf = ({ file }: Pick<Release, 'file'>): string => GROUPLENS + file;

/** GroupLens' description of a release, which has its terms. */
export const readmeOf = (file: string): string =>
  `${GROUPLENS}${file.replace(/\.zip$/, '')}-README.${file === 'ml-100k.zip' || file.includes('1m') ? 'txt' : 'html'}`;

/** The name of GroupLens' zip that an address leads to; null for any other address. */
export function grouplensFile(url: string): string | null {
  return url.startsWith(GROUPLENS) && /^ml-[\w-]+\.zip$/.test(url.slice(GROUPLENS.length)) ? url.slice(GROUPLENS.length) : null;
}

/** The release that an address of GroupLens promises; null where the address or the bytes behind it are not known. */
export const releaseAt = (url: string): Release | null => RELEASES.find((release) => urlOf(release) === url) ?? null;

/** What every release's README asks of who uses it; the third line depends on the release. */
export const TERMS = {
  preamble:
    'Neither the University of Minnesota nor any of the researchers involved can guarantee the correctness of the data, its suitability for any particular purpose, or the validity of results based on the use of the data set. The data set may be used for any research purposes under the following conditions:',
  conditions: ({ mayBePassedOn }: Pick<Release, 'mayBePassedOn'>): readonly string[] => [
    'The user may not state or imply any endorsement from the University of Minnesota or the GroupLens Research Group.',
    'The user must acknowledge the use of the data set in publications resulting from the use of the data set.',
    mayBePassedOn
      ? 'The user may redistribute the data set, including transformations, so long as it is distributed under these same license conditions.'
      : 'The user may not redistribute the data without separate permission.',
    'The user may not use this information for any commercial or revenue-bearing purposes without first obtaining permission from a faculty member of the GroupLens Research Project at the University of Minnesota.',
  ],
} as const;
