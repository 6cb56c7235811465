import { LabError } from '../core/errors.ts';
import { partsByNames, plainName } from './formats/column-names.ts';
import { detectLayout } from './formats/detect.ts';
import { decodeHead, sniffEncoding } from './formats/encoding.ts';
import { HEAD, headLines } from './formats/head-lines.ts';
import { headTable } from './formats/head-table.ts';
import type { Layout } from './formats/layout.ts';
import { titleColumns } from './formats/titles-table.ts';
import { userColumns } from './formats/users-table.ts';
import { personalColumns } from './person/services.ts';

/** What a table seems to hold, and its columns. */
export interface TableKind {
  readonly role: 'ratings' | 'maybe' | 'titles' | 'users' | 'person' | 'other';
  readonly columns: readonly string[];
}

const TITLES = /^(movies|items|titles|books|artists|movie_titles|u)\.(dat|txt|csv|item)$/i;
const LINES = 50;
const USERS = /^(users\.dat|u\.user)$/i;

/** What a table holds, by its first bytes and its name. */
export function kindOfTable(head: Uint8Array, name: string): TableKind {
  const columns = columnsOf(head);
  if (/^u\.item$|^movies\.dat$|^movie_titles/i.test(name) && columns.header === null)
    return { role: 'titles', columns: columns.shown };
  if (USERS.test(name) && columns.header === null) return { role: 'users', columns: columns.shown };
  if (columns.header) {
    const personal = personalColumns(columns.header);
    if (personal) return { role: personal.rating === undefined ? 'other' : 'person', columns: columns.shown };
    const { user, rating } = partsByNames(columns.header);
    const isOfUsers = userColumns(columns.header) !== null;
    if (titleColumns(columns.header) !== null && user === undefined && !isOfUsers)
      return { role: 'titles', columns: columns.shown };
    if (isOfUsers && rating === undefined) return { role: 'users', columns: columns.shown };
  }
  const role = roleOf(head, name);
  if (role === 'other' && TITLES.test(name)) return { role: 'titles', columns: columns.shown };
  return { role, columns: columns.shown };
}

function columnsOf(head: Uint8Array): { readonly header: readonly string[] | null; readonly shown: readonly string[] } {
  const { lines } = headLines(decodeHead(head, sniffEncoding(head)), head.length >= HEAD);
  const table = headTable(lines.slice(0, LINES));
  if (table === null) return { header: null, shown: [] };
  return { header: table.hasHeader ? table.columns : null, shown: table.hasHeader ? table.columns : (table.rows[0] ?? []) };
}

function roleOf(head: Uint8Array, name: string): 'ratings' | 'maybe' | 'other' {
  try {
    return hasRatings(detectLayout(head, name, {})) ? 'ratings' : 'maybe';
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    const { mapping } = thrown;
    if (mapping === undefined) return 'other';
    // A question without any number for the rating, or with nothing but an id, is about another table.
    const rating = mapping.guess.rating === undefined ? 'id' : plainName(mapping.columns[mapping.guess.rating] as string);
    return mapping.wide || !rating.endsWith('id') ? 'maybe' : 'other';
  }
}

/** A table of who and what alone may be about anything. */
function hasRatings(layout: Layout): boolean {
  if (layout.format === 'json-lines') return layout.keys.rating !== undefined;
  return layout.format === 'wide' || layout.rows.at.rating !== undefined;
}
