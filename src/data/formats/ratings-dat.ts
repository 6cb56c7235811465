import type { RowLayout } from './delimited-rows.ts';

/** ratings.dat of MovieLens 1M and 10M: UserID::MovieID::Rating::Timestamp, no header. */
export const ratingsDat = (file: string): RowLayout => ({
  file,
  separator: '::',
  at: { user: 0, item: 1, rating: 2, timestamp: 3 },
  width: 4,
  headerRows: 0,
  quotes: false,
  lenient: false,
});

export const looksLikeRatingsDat = (firstLine: string): boolean => /^\d+::\d+::/.test(firstLine);
