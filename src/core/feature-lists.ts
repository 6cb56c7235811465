import { type FeatureName, type FeatureSizes, LIST_FEATURES } from './features.ts';
import { type ListName, type Lists, listRows, type RowLists } from './lists.ts';
import { PERIODS, USER_PERIODS } from './periods.ts';
import { pick } from './pick.ts';
import type { Ratings } from './ratings.ts';

/** Release years that share an embedding. */
const YEARS_PER_BIN = 5;

/** What the data knows beyond who rated what. */
export function featureSizes(ratings: Ratings): FeatureSizes {
  const [first, last] = yearBins(ratings);
  const { demographics, timestamps } = ratings;
  return {
    genres: genresOf(ratings).length,
    years: Math.max(0, last - first + 1),
    demographics: demographics ? demographicColumns(demographics).reduce((sum, { labels }) => sum + labels.length, 0) : 0,
    periods: timestamps ? PERIODS : 0,
    userPeriods: timestamps ? USER_PERIODS : 0,
  };
}

/** The lists that the features switched on need. Rated movies, and who rated them, are those of the ratings at `train`. */
export function featureLists(ratings: Ratings, train: Int32Array, switches: Readonly<Record<FeatureName, boolean>>): Lists {
  const wanted = Object.entries(LIST_FEATURES).filter(([name]) => switches[name as FeatureName]);
  return Object.fromEntries(wanted.map(([, { list }]) => [list, BUILDERS[list](ratings, train)]));
}

const BUILDERS: Readonly<Record<ListName, (ratings: Ratings, train: Int32Array) => RowLists>> = {
  rated: ({ users, movies, userIds }, train) => listRows(userIds.size, pick(users, train), pick(movies, train)),
  raters: ({ users, movies, movieIds }, train) => listRows(movieIds.size, pick(movies, train), pick(users, train)),
  genres: (ratings) => {
    const places = new Map(genresOf(ratings).map((genre, place) => [genre, place]));
    return listsOf(ratings.catalogue.map(({ genres }) => [...new Set(genres)].map((genre) => places.get(genre) as number)));
  },
  year: (ratings) => {
    const [first] = yearBins(ratings);
    return listsOf(ratings.catalogue.map(({ year }) => (year === null ? [] : [binOf(year) - first])));
  },
  demographics: ({ demographics, userIds }) => {
    const columns = demographics ? demographicColumns(demographics) : [];
    return listsOf(
      Array.from({ length: userIds.size }, (_, user) => {
        let start = 0;
        return columns.map(({ labels, codes }) => {
          const row = start + (codes[user] as number);
          start += labels.length;
          return row;
        });
      }),
    );
  },
};

/** All fields but the zip code, which hardly any two users share. */
const demographicColumns = ({ gender, age, occupation }: NonNullable<Ratings['demographics']>) => [gender, age, occupation];

const genresOf = ({ catalogue }: Ratings): readonly string[] => [...new Set(catalogue.flatMap(({ genres }) => genres))].sort();

const binOf = (year: number): number => Math.floor(year / YEARS_PER_BIN);

/** The first and the last bin; the last before the first where no year is known. */
function yearBins({ catalogue }: Ratings): readonly [number, number] {
  let [first, last] = [1, 0];
  for (const { year } of catalogue) {
    if (year === null) continue;
    const bin = binOf(year);
    [first, last] = first > last ? [bin, bin] : [Math.min(first, bin), Math.max(last, bin)];
  }
  return [first, last];
}

function listsOf(lists: readonly (readonly number[])[]): RowLists {
  return { offsets: offsetsOf(Int32Array.from(lists, ({ length }) => length)), rows: Int32Array.from(lists.flat()) };
}

function offsetsOf(lengths: Int32Array): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) offsets[i + 1] = (offsets[i] as number) + length;
  return offsets;
}
