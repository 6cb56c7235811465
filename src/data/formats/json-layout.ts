import type { JsonColumns } from '../../core/column-mapping.ts';
import { arrayFilter } from './array-filter.ts';
import { confirmed } from './column-guess.ts';
import { mappingByNames } from './column-names.ts';
import { columnTime } from './column-time.ts';
import { eventsOf } from './events.ts';
import { FieldProblem } from './field-values.ts';
import { jsonLines, looseText, parseRow } from './json-lines.ts';
import type { Layout, Rows, Said } from './layout.ts';
import { malformed } from './malformed.ts';
import { noRatings, notRatings } from './no-ratings.ts';
import { settleColumns } from './settle-columns.ts';

const LINES = 100;
const FEWEST_COLUMNS = 2;
/** An object with fewer that begins with an array is none of the rows. */
const COLUMNS_OF_ROW = 3;
const MOST_COLUMNS = 200;

export const isJson = (firstLine: string): boolean => /^\s*[[{]/.test(firstLine);

/** In how much the objects of a file are nested: 0 on lines of their own, 1 in an array, 2 in an array that is in an object. */
export function jsonNesting([first = '', ...others]: readonly string[]): 0 | 1 | 2 {
  if (/^\s*\[/.test(first)) return 1;
  if (!/^\s*\{\s*"[^"]*"\s*:\s*\[\s*\{/.test([first, ...others.slice(0, 3)].join(''))) return 0;
  try {
    // An object of its own may begin with an array as well.
    return Object.keys(parseRow(first)).length < COLUMNS_OF_ROW ? 2 : 0;
  } catch {
    return 2;
  }
}

/** The keys of the first objects, and their values as rows. */
interface JsonTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first objects of a file of JSON lines, or of a JSON array, as a table. Throws a LabError where there is none. */
export function jsonTable(lines: readonly string[], file: string): JsonTable {
  const nesting = jsonNesting(lines);
  const members = nesting === 0 ? lines : membersOf(lines.join('\n'), nesting, file);
  const objects = members.slice(0, LINES).map((line, at) => {
    try {
      return parseRow(line);
    } catch (thrown) {
      if (!(thrown instanceof FieldProblem)) throw thrown;
      // A line that is wrong later on is left out.
      if (at === 0) throw malformed(file, at + 1, thrown.message);
      return {};
    }
  });
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (columns.length < FEWEST_COLUMNS || columns.length > MOST_COLUMNS) throw noRatings(file);
  return { columns, rows: objects.map((object) => columns.map((column) => looseText(object[column]))) };
}

/** The members of an array, as lines. Throws a LabError where there is none. */
function membersOf(text: string, nesting: number, file: string): readonly string[] {
  const lines = new TextDecoder()
    .decode(arrayFilter(nesting)(new TextEncoder().encode(text), true))
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) throw notRatings(file, 'is a JSON array without objects in it.');
  return lines;
}

/** How JSON lines are laid out. Throws a LabError with a question where it is not clear which key holds what. */
export function jsonLayout(lines: readonly string[], file: string, said: Said): Rows & Pick<Layout, 'notes'> {
  const { columns, rows } = jsonTable(lines, file);
  const known = confirmed(mappingByNames(columns), columns, rows);
  const events = said.mapping === undefined ? eventsOf({ columns, hasHeader: true, rows }, known) : null;
  const at = events ?? settleColumns(said.mapping, known, { file, delimiter: 'json', columns, rows, wide: null });
  const key = (column: number | undefined) => (column === undefined ? undefined : columns[column]);
  const required = { user: key(at.user), item: key(at.item), rating: key(at.rating) } as JsonColumns;
  const { format: time, notes } = columnTime({ columns, rows }, at, said.format?.time);
  const keys: JsonColumns = {
    ...required,
    timestamp: time === 'none' ? undefined : key(at.timestamp),
    title: key(at.title),
    genres: key(at.genres),
    year: key(at.year),
  };
  return { format: 'json-lines', keys, time, open: (sink, faults) => jsonLines(keys, time, sink, faults), notes };
}
