import { LabError } from '../core/errors.ts';
import { buildRatings, type Ratings } from '../core/ratings.ts';
import { openArchive } from './archive.ts';
import { parseMoviesCsv } from './formats/movies-csv.ts';
import { parseRatingsCsv } from './formats/ratings-csv.ts';
import { download } from './sources/download.ts';

export type LoadPhase = 'fetch' | 'unzip' | 'verify' | 'parse';

export interface LoadedData {
  readonly ratings: Ratings;
  readonly sha256: string;
  /** Milliseconds by phase. */
  readonly elapsed: Readonly<Record<LoadPhase, number>>;
}

/**
 * Fetches a zip, checks its SHA-256, unzips and parses it. Throws a LabError that says what is wrong with the file and what
 * to do. `onProgress` hears the phase and its share, 0 … 1.
 */
export async function loadBundled(
  url: string,
  sha256: string,
  onProgress: (phase: LoadPhase, share: number) => void,
): Promise<LoadedData> {
  const elapsed = { fetch: 0, verify: 0, unzip: 0, parse: 0 };
  const timed = async <T>(phase: LoadPhase, work: (report: (share: number) => void) => Promise<T> | T): Promise<T> => {
    const start = performance.now();
    onProgress(phase, 0);
    const result = await work((share) => onProgress(phase, share));
    elapsed[phase] = performance.now() - start;
    return result;
  };
  const bytes = await timed('fetch', (report) => download(url, report));
  const files = await timed('unzip', (report) => readFiles(bytes, report));
  await timed('verify', async () => {
    // Browsers offer hashing to pages from https and localhost alone; elsewhere the zip's own sums must do.
    if (isSecureContext && (await digest(bytes)) !== sha256) {
      const message = 'The data file is not the one this page was made with (its SHA-256 differs).';
      throw new LabError('data-altered', message, 'Reload the page; if it stays, restore the file on the server.');
    }
  });
  const ratings = await timed('parse', () => buildRatings(parseRatingsCsv(files.ratings), parseMoviesCsv(files.movies)));
  // One to train on, one to check on.
  if (ratings.count < 2) {
    const message = `ratings.csv has ${ratings.count === 0 ? 'no ratings' : 'a single rating'} in it.`;
    throw new LabError('data-no-ratings', message, 'Use a file that has some.');
  }
  return { ratings, sha256, elapsed };
}

async function readFiles(
  bytes: Uint8Array,
  report: (share: number) => void,
): Promise<{ readonly ratings: Uint8Array; readonly movies: Uint8Array }> {
  const archive = await openArchive(bytes, !isSecureContext);
  const ratings = await archive.read('ratings.csv', (share) => report(share * 0.8));
  if (ratings === null) {
    const found = archive.names.slice(0, 5).join(', ') || 'nothing';
    const message = `The zip has no ratings.csv in it (found: ${found}).`;
    throw new LabError('data-no-ratings', message, 'Use a MovieLens zip with ratings.csv and movies.csv.');
  }
  const movies = await archive.read('movies.csv', (share) => report(0.8 + share * 0.2));
  return { ratings, movies: movies ?? new TextEncoder().encode('movieId,title,genres\n') };
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
