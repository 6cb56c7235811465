import { LabError } from '../core/errors.ts';
import { buildRatings, type MovieRecord, type RatingColumns, type Ratings } from '../core/ratings.ts';
import { type FileWords, openArchive } from './archive.ts';
import { parseMoviesCsv } from './formats/movies-csv.ts';
import { parseMoviesDat } from './formats/movies-dat.ts';
import { lineEnd } from './formats/rating-lines.ts';
import { parseRatingsCsv } from './formats/ratings-csv.ts';
import { parseRatingsDat } from './formats/ratings-dat.ts';

export type Format = 'csv' | 'dat';

/** The files of a data set, unpacked but not yet read. */
export interface Tables {
  readonly format: Format;
  /** What errors call the file of ratings. */
  readonly file: string;
  readonly ratings: Uint8Array;
  /** Null where movies go by their ids. */
  readonly movies: Uint8Array | null;
}

interface Parsers {
  ratings(bytes: Uint8Array, file: string): RatingColumns;
  movies(bytes: Uint8Array, file: string): readonly MovieRecord[];
}

const PARSERS: Readonly<Record<Format, Parsers>> = {
  csv: { ratings: parseRatingsCsv, movies: parseMoviesCsv },
  dat: { ratings: parseRatingsDat, movies: parseMoviesDat },
};

/** Finds the tables in a zip. Throws a LabError where it is none, is damaged, or has no ratings in it. Reports 0 … 1. */
export async function unzipTables(bytes: Uint8Array, words: FileWords, report: (share: number) => void): Promise<Tables> {
  const archive = await openArchive(bytes, words);
  for (const format of ['csv', 'dat'] as const) {
    const file = `ratings.${format}`;
    const ratings = await archive.read(file, (share) => report(share * 0.8));
    if (ratings === null) continue;
    const movies = await archive.read(`movies.${format}`, (share) => report(0.8 + share * 0.2));
    return { format, file, ratings, movies };
  }
  const found = archive.names.slice(0, 5).join(', ') || 'nothing';
  const message = `${words.what} has neither ratings.csv nor ratings.dat in it (found: ${found}).`;
  throw new LabError('data-no-ratings', message, 'Use a MovieLens zip with one of them in it.');
}

/** Takes a file that is no zip for ratings alone. Throws a LabError where it looks like anything else. */
export function bareTables(bytes: Uint8Array, file: string, { what }: FileWords): Tables {
  const head = new TextDecoder().decode(bytes.subarray(0, Math.min(lineEnd(bytes, 0), 200)));
  const format = /^\d+::/.test(head) ? 'dat' : /^[\w ."]+[,;\t]/.test(head) ? 'csv' : null;
  if (format !== null) return { format, file, ratings: bytes, movies: null };
  const message = `${what} is ${bytes.length === 0 ? 'empty' : 'neither a zip nor a file of ratings'}.`;
  throw new LabError('data-no-ratings', message, 'Open a MovieLens zip, or the ratings.csv or ratings.dat of one.');
}

/** Parses and joins the tables. Throws a LabError with file and line where one is malformed, or where there is nothing to learn. */
export function readTables({ format, file, ratings: ratingBytes, movies }: Tables): Ratings {
  const parse = PARSERS[format];
  const ratings = buildRatings(parse.ratings(ratingBytes, file), movies ? parse.movies(movies, `movies.${format}`) : []);
  // One to train on, one to check on.
  if (ratings.count < 2) {
    const message = `${file} has ${ratings.count === 0 ? 'no ratings' : 'a single rating'} in it.`;
    throw new LabError('data-no-ratings', message, 'Use a file that has some.');
  }
  return ratings;
}
