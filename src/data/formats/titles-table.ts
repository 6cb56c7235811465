import type { BesideLayout } from '../../core/data-source.ts';
import type { MovieRecord } from '../../core/ratings.ts';
import { type Part, partsByNames, plainName } from './column-names.ts';
import { idOrNull } from './id-column.ts';
import { malformed } from './malformed.ts';
import { describedMovie } from './movie-fields.ts';
import { type WholeTable, wholeTable } from './whole-table.ts';

/** Which column of a table of titles holds what. */
export interface TitleColumns extends Partial<Record<Exclude<Part, 'item' | 'title'>, number>> {
  readonly item: number;
  readonly title: number;
}

/** Titles, and the lines that are left out. */
export interface ParsedTitles {
  readonly records: readonly MovieRecord[];
  readonly faulty: readonly string[];
  /** Null where it is that of a release by GroupLens. */
  readonly layout: BesideLayout | null;
}

/**
 * The columns of a table of titles by their names: an id, a title, and perhaps genres and a year. `idName` is what the ratings call
 * their items. Null where no id or no title is among them.
 */
export function titleColumns(columns: readonly string[], idName?: string): TitleColumns | null {
  const parts = partsByNames(columns);
  const plain = columns.map(plainName);
  const first = (...names: readonly (string | undefined)[]): number | undefined => {
    const at = names.map((name) => (name === undefined ? -1 : plain.indexOf(name))).find((found) => found >= 0);
    return at;
  };
  const item =
    first(idName && plainName(idName)) ?? (parts.item === parts.title ? undefined : parts.item) ?? first('id') ?? anyId(plain);
  const title = parts.title === item ? undefined : parts.title;
  return item === undefined || title === undefined ? null : { ...parts, item, title };
}

const anyId = (plain: readonly string[]): number | undefined => {
  const at = plain.findIndex((name) => name.endsWith('id'));
  return at < 0 ? undefined : at;
};

/** Reads titles of any tabular form. Rows that cannot be read are left out. Throws a LabError where no column holds titles. */
export function parseTitles(bytes: Uint8Array, file: string, idName?: string): ParsedTitles {
  const table = wholeTable(bytes);
  if (table === null || table.rows.length === 0) throw malformed(file, 1, 'the file is empty, or no table');
  const at = table.format.hasHeader ? titleColumns(table.columns, idName) : columnsByContents(table);
  if (at === null) throw malformed(file, 1, 'no column is named as an ID or as a title');
  // Without quotes a title may hold the separator.
  const isLast = !table.format.hasHeader && at.title === table.columns.length - 1;
  const { length: width } = table.columns;
  const faulty: string[] = [];
  const records = table.rows.flatMap(({ line, fields }) => {
    const id = idOrNull(fields[at.item] ?? '', 'movie');
    const fits = isLast || (fields.length > at.title && fields.slice(width).every((field) => field === ''));
    if (id === null || !fits) {
      faulty.push(`Line ${line}: ${fields.join(' ').slice(0, 80)}`);
      return [];
    }
    const text = (column: number | undefined): string => (column === undefined ? '' : (fields[column] ?? ''));
    const title = isLast ? fields.slice(at.title).join(table.format.separator) : text(at.title);
    return [describedMovie(id, { title, genres: text(at.genres), year: text(at.year) })];
  });
  return { records, faulty, layout: { file, format: table.format, at: { ...at } } };
}

/** Without a header: the id comes first, a year is a column of years, and the first text is the title, the next the genres. */
function columnsByContents({ columns, rows }: WholeTable): TitleColumns | null {
  const sample = rows.slice(0, 100);
  const isText = (at: number): boolean =>
    sample.filter(({ fields }) => /\p{L}{2}/u.test(fields[at] ?? '')).length * 2 > sample.length;
  const isYear = (at: number): boolean => sample.every(({ fields }) => /^(1[89]\d\d|20\d\d|NULL|)$/.test(fields[at] ?? ''));
  const others = columns.map((_, at) => at).slice(1);
  const year = others.find(isYear);
  const title = others.find((at) => at !== year && isText(at));
  if (title === undefined) return null;
  const genres = others.find((at) => at > title && isText(at));
  return { item: 0, title, ...(year !== undefined && { year }), ...(genres !== undefined && { genres }) };
}
