import type { RowLayout } from './row-layout.ts';

/** ratings.dat of MovieLens 1M and 10M: UserID::MovieID::Rating::Timestamp, no header. */
export const ratingsDat = (): RowLayout => ({
  separator: '::',
  at: { user: 0, item: 1, rating: 2, timestamp: 3 },
  width: 4,
  least: 4,
  headerRows: 0,
  quotes: false,
  lenient: false,
  decimal: '.',
  time: 'plain',
});

/** Three columns of numbers are ratings without a time, which is another layout. */
export const looksLikeRatingsDat = (firstLine: string): boolean =>
  /^\d+::\d+::/.test(firstLine) && !/^\d+::\d+::[\d.]+$/.test(firstLine);
