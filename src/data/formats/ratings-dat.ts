import type { RatingColumns } from '../../core/ratings.ts';
import { readRatingLines } from './rating-lines.ts';

const AT = { user: 0, movie: 1, stars: 2, timestamp: 3 } as const;

/**
 * Reads the ratings.dat of MovieLens 1M and 10M (UserID::MovieID::Rating::Timestamp, no header). `file` is its name in the
 * sentences of errors. Throws a LabError with the line.
 */
export function parseRatingsDat(bytes: Uint8Array, file: string): RatingColumns {
  return readRatingLines(bytes, { file, separator: ':', repeats: 2, at: AT, width: 4, headerLines: 0 });
}
