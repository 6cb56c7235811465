import type { Layout } from './detect.ts';

const HEADER = ['userId', 'movieId', 'rating', 'timestamp'];
const ROW = /^\d+,\d+,\d(\.\d)?,\d{9,10}$/;
const ROWS = 20;
/** Enough bytes for them. */
export const GROUPLENS_HEAD = 2048;

/**
 * The layout of GroupLens' ratings.csv, where the beginning of a file shows that and nothing else: what comes with the page is read without all
 * that other files need. Null for any other.
 */
export function grouplensCsv(head: Uint8Array): Layout | null {
  const [header, ...rows] = new TextDecoder().decode(head.subarray(0, GROUPLENS_HEAD)).split(/\r?\n/);
  const first = rows.slice(0, -1).slice(0, ROWS);
  if (header !== HEADER.join() || first.length < 2 || !first.every((row) => ROW.test(row))) return null;
  const written = { separator: ',', decimal: '.', time: 'plain' } as const;
  const at = { user: 0, item: 1, rating: 2, timestamp: 3 };
  return {
    format: 'table',
    header: HEADER,
    rows: { ...written, at, width: 4, headerRows: 1, quotes: true, lenient: true },
    table: { ...written, encoding: 'utf-8', carriageReturns: false, skip: 0, hasHeader: true },
    filter: null,
    notes: [],
  };
}
