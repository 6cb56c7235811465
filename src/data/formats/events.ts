import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { LoadNote } from '../../core/load-notes.ts';
import { mappingByContents } from './column-guess.ts';
import { isNumberText } from './number-text.ts';

/** A table without ratings: who, what and perhaps when. */
type Events = ColumnMapping & { readonly rating?: undefined };

interface Sample {
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** Seconds since 1970 have as many digits; ratings and ids of small data have fewer. */
const FIRST_SECONDS = 1e8;

/**
 * The columns of a table that has users and items but no ratings, so that each of its rows is an event; null of any other table. `known` is what
 * the names of its columns tell, or their order.
 */
export function eventsOf({ columns, hasHeader, rows }: Sample, known: Partial<ColumnMapping>): Events | null {
  if (columns.length === 2) return pairOf(rows, known);
  if (hasHeader) return leavesNothing(columns, known) && known.rating === undefined ? (known as Events) : null;
  const guess = columns.length === 3 ? mappingByContents(columns, rows, {}) : {};
  const { user, item, timestamp } = guess;
  // An id in the middle may be as large as a time.
  if (timestamp !== 2 || user === undefined || item === undefined) return null;
  return isSeconds(rows, timestamp) ? { user, item, timestamp } : null;
}

/** Of two columns without names the first is that of the users. They must repeat, else it is a list of users or of something else. */
function pairOf(rows: Sample['rows'], { user, item, rating, timestamp, title }: Partial<ColumnMapping>): Events | null {
  if (rating !== undefined || timestamp !== undefined || title !== undefined) return null;
  if (user !== undefined && item !== undefined) return { user, item };
  const at = user ?? (item === undefined ? 0 : 1 - item);
  return new Set(rows.map((row) => row[at])).size < rows.length ? { user: at, item: 1 - at } : null;
}

/** Whether every column has a part. */
function leavesNothing(columns: readonly string[], known: Partial<ColumnMapping>): boolean {
  const { user, item } = known;
  return user !== undefined && item !== undefined && new Set(Object.values(known)).size === columns.length;
}

const isSeconds = (rows: Sample['rows'], column: number): boolean =>
  rows.every((row) => !isNumberText(row[column] ?? '') || Number(row[column]) >= FIRST_SECONDS);

/** What is said of such a table whose columns have no names. */
export function orderNote({ user, item }: Events, known: Partial<ColumnMapping>): readonly LoadNote[] {
  if (known.user === user && known.item === item) return [];
  const rule = `Column ${user + 1} is read as users, column ${item + 1} as items.`;
  return [{ kind: 'way-of-reading', count: 0, rule }];
}
