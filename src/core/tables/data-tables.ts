import type { RawId } from '../ids.ts';
import type { MovieStatistics } from '../movie-statistics.ts';
import { readableTitle, searchableTitle } from '../movie-title.ts';
import type { Ratings } from '../ratings.ts';
import { type CellValue, type Column, ranksOf, type Table, type TableName } from './table.ts';

interface Field extends Column {
  readonly cell: (row: number) => CellValue;
  readonly keys: () => ArrayLike<number>;
}

/** The ratings with their titles, the movies, and the users of a data set. */
export function dataTables(ratings: Ratings, movies: MovieStatistics): Readonly<Record<TableName, Table>> {
  const { users, stars, timestamps, userIds, movieIds, catalogue, demographics } = ratings;
  const searched = lazily(() => catalogue.map(({ title }) => searchableTitle(title)));
  const titleOf = (movie: number): string | null => {
    const title = catalogue[movie]?.title;
    return title === undefined ? null : readableTitle(title);
  };
  const userId = (user: number) => userIds.idOf(user as never);
  const movieId = (movie: number) => movieIds.idOf(movie as never);
  const titleKeys = lazily(() => ranksOf(catalogue.map(({ title }) => readableTitle(title))));
  const byUser = userStatistics(ratings);
  const at = (values: ArrayLike<number>) => (row: number) => values[row] as number;
  const known = demographics ? (['gender', 'age', 'occupation'] as const) : [];

  const ratingFields: readonly Field[] = [
    { name: 'user', title: 'User', kind: 'id', cell: (row) => userId(users[row] as number), keys: () => ratings.users },
    {
      name: 'title',
      title: 'Movie',
      kind: 'text',
      cell: (row) => titleOf(ratings.movies[row] as number),
      keys: () => ratings.movies.map((movie) => titleKeys()[movie] as number),
    },
    { name: 'stars', title: 'Stars', kind: 'stars', cell: at(stars), keys: () => stars },
    ...(timestamps
      ? [{ name: 'time', title: 'Given', kind: 'time', cell: at(timestamps), keys: () => timestamps } as const]
      : []),
  ];
  const years = Int32Array.from(catalogue, ({ year }) => year ?? -1);
  const movieFields: readonly Field[] = [
    { name: 'movie', title: 'ID', kind: 'id', cell: movieId, keys: () => Int32Array.from(catalogue, (_, movie) => movie) },
    { name: 'title', title: 'Movie', kind: 'text', cell: titleOf, keys: titleKeys },
    { name: 'year', title: 'Year', kind: 'year', cell: (row) => catalogue[row]?.year ?? null, keys: () => years },
    {
      name: 'genres',
      title: 'Genres',
      kind: 'text',
      cell: (row) => catalogue[row]?.genres.join(', ') ?? null,
      keys: () => ranksOf(catalogue.map(({ genres }) => genres.join(', '))),
    },
    { name: 'ratings', title: 'Ratings', kind: 'count', cell: at(movies.counts), keys: () => movies.counts },
    { name: 'mean', title: 'Mean', kind: 'stars', cell: at(movies.meanStars), keys: () => movies.meanStars },
  ];
  const userFields: readonly Field[] = [
    { name: 'user', title: 'User', kind: 'id', cell: userId, keys: () => Int32Array.from(byUser.counts, (_, user) => user) },
    { name: 'ratings', title: 'Ratings', kind: 'count', cell: at(byUser.counts), keys: () => byUser.counts },
    { name: 'mean', title: 'Mean', kind: 'stars', cell: at(byUser.meanStars), keys: () => byUser.meanStars },
    ...known.map((name): Field => {
      const { labels, codes } = (demographics as NonNullable<typeof demographics>)[name];
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      return { name, title, kind: 'text', cell: (row) => labels[codes[row] as number] ?? null, keys: () => codes };
    }),
  ];
  const hasTitle = (search: string) => Uint8Array.from(searched(), (title) => (title.includes(search) ? 1 : 0));
  return {
    ratings: tableOf(ratings.count, ratingFields, (search) => {
      const found = hasTitle(search);
      return (row) => found[ratings.movies[row] as number] === 1;
    }),
    movies: tableOf(catalogue.length, movieFields, (search) => {
      const found = hasTitle(search);
      return (row) => found[row] === 1;
    }),
    users: tableOf(userIds.size, userFields, (search) => (row) => lower(userId(row)).includes(search)),
  };
}

const lower = (id: RawId): string => String(id).toLowerCase();

function tableOf(size: number, fields: readonly Field[], finder: Table['finder']): Table {
  return {
    size,
    columns: fields.map(({ name, title, kind }) => ({ name, title, kind })),
    cell: (row, column) => fields[column]?.cell(row) ?? null,
    keys: (column) => fields[column]?.keys() ?? [],
    finder,
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** How many ratings each user gave, and their mean in stars, by UserIndex. */
export function userStatistics({ users, stars, userIds }: Pick<Ratings, 'users' | 'stars' | 'userIds'>) {
  const counts = new Int32Array(userIds.size);
  const sums = new Float64Array(userIds.size);
  users.forEach((user, at) => {
    counts[user] = (counts[user] as number) + 1;
    sums[user] = (sums[user] as number) + (stars[at] as number);
  });
  return { counts, meanStars: Float32Array.from(sums, (sum, user) => sum / (counts[user] as number)) };
}
