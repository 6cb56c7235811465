import type { RatingColumns } from '../../core/ratings.ts';
import { columnsOf } from './csv.ts';
import { lineEnd, readRatingLines } from './rating-lines.ts';

/**
 * Reads GroupLens' ratings.csv (userId,movieId,rating,timestamp in any column order, LF or CRLF). `file` is its name in the
 * sentences of errors. Throws a LabError with the line.
 */
export function parseRatingsCsv(bytes: Uint8Array, file: string): RatingColumns {
  const header = new TextDecoder()
    .decode(bytes.subarray(0, lineEnd(bytes, 0)))
    .replace(/^\uFEFF|\r$/g, '')
    .split(',');
  const { userId, movieId, rating, timestamp } = columnsOf(header, ['userId', 'movieId', 'rating', 'timestamp'], file);
  const at = { user: userId, movie: movieId, stars: rating, timestamp };
  return readRatingLines(bytes, { file, separator: ',', repeats: 1, at, width: header.length, headerLines: 1 });
}
