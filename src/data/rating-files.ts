import type { ColumnMapping } from '../core/column-mapping.ts';
import { LabError } from '../core/errors.ts';
import type { MovieRecord } from '../core/ratings.ts';
import { type ArchiveFile, type FileWords, openArchive, readWhole } from './archive.ts';
import { parseMoviesCsv } from './formats/movies-csv.ts';
import { parseMoviesDat } from './formats/movies-dat.ts';
import { type ReadRatings, ratingsReader } from './formats/ratings-reader.ts';
import { parseUGenre, parseUItem } from './formats/u-item.ts';
import { parseUUser } from './formats/u-user.ts';
import type { UserRecord } from './formats/user-record.ts';
import { parseUsersDat } from './formats/users-dat.ts';

/** A file of ratings, not yet read, with the movies and users that lie beside it. */
export interface RatingFiles {
  /** What errors call the file of ratings. */
  readonly file: string;
  /** Its bytes; 0 where nobody knows. */
  readonly size: number;
  pieces(): AsyncIterable<Uint8Array>;
  /** Null where movies go by their ids. */
  readonly movies: readonly MovieRecord[] | null;
  /** Null where nothing is known of users. */
  readonly users: readonly UserRecord[] | null;
  readonly zipped: boolean;
}

type Share = (share: number) => void;

/** Finds the files in a zip and reads the small ones. Throws a LabError where it has no ratings in it, or is damaged. */
export async function unzipRatings(zip: Blob, words: FileWords, report: Share): Promise<RatingFiles> {
  const files = await openArchive(zip, words);
  const ratings = findRatings(files);
  if (ratings === null) {
    const found =
      files
        .slice(0, 5)
        .map(({ path }) => path)
        .join(', ') || 'nothing';
    const message = `${words.what} has no file of ratings in it (found: ${found}).`;
    throw new LabError('data-no-ratings', message, 'Use a MovieLens zip, or one with a single file of ratings in it.');
  }
  const beside = (name: string) => files.find((file) => file.name === name && folderOf(file) === folderOf(ratings));
  const movies = await readMovies(ratings, beside, report);
  const users = await readUsers(ratings, beside, report);
  report(1);
  const { name: file, size, pieces } = ratings;
  return { file, size, pieces, movies, users, zipped: true };
}

/** A file that is no zip: ratings alone. */
export const bareRatings = (file: string, size: number, pieces: () => AsyncIterable<Uint8Array>): RatingFiles => ({
  file,
  size,
  pieces,
  movies: null,
  users: null,
  zipped: false,
});

/** Reads the ratings piece by piece; reports 0 … 1. Throws a LabError with file and line, or with a question. */
export async function readRatings(
  { file, size, pieces }: RatingFiles,
  mapping: ColumnMapping | undefined,
  report: Share,
): Promise<ReadRatings> {
  const reader = ratingsReader(file, size, mapping);
  let length = 0;
  for await (const piece of pieces()) {
    reader.push(piece);
    length += piece.length;
    report(size > 0 ? Math.min(1, length / size) : 0);
  }
  return reader.finish();
}

const RATINGS = ['ratings.csv', 'ratings.dat', 'u.data'] as const;
const TEXTS = /\.(csv|tsv|tab|txt|dat|data|jsonl|ndjson|json)$/i;
const NO_RATINGS = /^(readme|licen[cs]e|\.|movies|items|titles|tags|links|genome|users)/i;

/** By the names of GroupLens; else the only file that could be one, or the only one of these that has "rating" in its name. */
function findRatings(files: readonly ArchiveFile[]): ArchiveFile | null {
  for (const known of RATINGS) {
    const file = files.find(({ name }) => name === known);
    if (file) return file;
  }
  const texts = files.filter(({ name }) => TEXTS.test(name) && !NO_RATINGS.test(name));
  const named = texts.filter(({ name }) => /rating/i.test(name));
  const [only] = named.length > 0 ? named : texts;
  return only && Math.min(named.length || texts.length) === 1 ? only : null;
}

const folderOf = ({ path, name }: ArchiveFile): string => path.slice(0, -name.length);

type Beside = (name: string) => ArchiveFile | undefined;

async function readMovies(ratings: ArchiveFile, beside: Beside, report: Share): Promise<readonly MovieRecord[] | null> {
  const csv = beside('movies.csv');
  if (csv && ratings.name !== 'u.data' && ratings.name !== 'ratings.dat') {
    return parseMoviesCsv(await readWhole(csv, (share) => report(share * 0.9)), csv.name);
  }
  const dat = beside('movies.dat');
  if (dat && ratings.name === 'ratings.dat')
    return parseMoviesDat(await readWhole(dat, (share) => report(share * 0.9)), dat.name);
  const item = beside('u.item');
  if (!item || ratings.name !== 'u.data') return null;
  const genre = beside('u.genre');
  const genres = genre && parseUGenre(await readWhole(genre, () => {}), genre.name);
  return parseUItem(await readWhole(item, (share) => report(share * 0.9)), item.name, genres);
}

async function readUsers(ratings: ArchiveFile, beside: Beside, report: Share): Promise<readonly UserRecord[] | null> {
  const [file, parse] =
    ratings.name === 'u.data' ? ([beside('u.user'), parseUUser] as const) : ([beside('users.dat'), parseUsersDat] as const);
  return file ? parse(await readWhole(file, (share) => report(0.9 + share * 0.1)), file.name) : null;
}
