import type { RowLayout } from './row-layout.ts';

/** u.data of MovieLens 100K: user, item, rating and timestamp between tabs, no header. */
export const uData = (): RowLayout => ({
  separator: '\t',
  at: { user: 0, item: 1, rating: 2, timestamp: 3 },
  width: 4,
  least: 4,
  headerRows: 0,
  quotes: false,
  lenient: false,
  decimal: '.',
  time: 'plain',
});

export const looksLikeUData = (firstLine: string): boolean => /^\d+\t\d+\t\d(\.\d+)?\t\d{9,10}$/.test(firstLine);
