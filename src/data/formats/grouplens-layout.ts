import type { Layout } from './layout.ts';
import { ratingsDat } from './ratings-dat.ts';
import { uData } from './u-data.ts';

const HEADER = ['userId', 'movieId', 'rating', 'timestamp'];
const CSV_ROW = /^\d+,\d+,\d(\.\d)?,\d{9,10}$/;
const DAT_ROW = /^\d+::\d+::\d(\.\d)?::\d{9,10}$/;
const U_DATA_ROW = /^\d+\t\d+\t\d\t\d{9,10}$/;
const ROWS = 20;
/** Enough bytes for them. */
export const GROUPLENS_HEAD = 2048;

/**
 * The layout of GroupLens' ratings, where the beginning of a file shows one of those and nothing else: its releases are read without all that
 * other files need. Null for any other.
 */
export function grouplensLayout(head: Uint8Array): Layout | null {
  const lines = new TextDecoder().decode(head.subarray(0, GROUPLENS_HEAD)).split(/\r?\n/);
  // The last one may be cut off.
  const rows = lines.slice(0, -1).slice(0, ROWS);
  const all = (row: RegExp, from = 0): boolean => rows.length > from + 1 && rows.slice(from).every((line) => row.test(line));
  if (all(DAT_ROW)) return { format: 'dat', rows: ratingsDat(), filter: null, notes: [] };
  if (all(U_DATA_ROW)) return { format: 'u.data', rows: uData(), filter: null, notes: [] };
  return lines[0] === HEADER.join() && all(CSV_ROW, 1) ? ratingsCsv() : null;
}

function ratingsCsv(): Layout {
  const written = { separator: ',', decimal: '.', time: 'plain' } as const;
  const at = { user: 0, item: 1, rating: 2, timestamp: 3 };
  return {
    format: 'table',
    header: HEADER,
    rows: { ...written, at, width: 4, least: 4, headerRows: 1, quotes: true, lenient: true },
    table: { ...written, encoding: 'utf-8', carriageReturns: false, skip: 0, hasHeader: true },
    filter: null,
    notes: [],
  };
}
