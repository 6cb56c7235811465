import type { Separator } from '../../core/table-format.ts';
import { mappingByNames } from './column-names.ts';
import { commonWidth, findSeparator, splitLine } from './delimiters.ts';
import { isComment } from './missing.ts';
import { isNumberText } from './number-text.ts';

/** A table as the beginning of its file shows it. */
export interface HeadTable {
  readonly separator: Separator;
  /** Lines above the header, or above the first row where there is none. */
  readonly skip: number;
  readonly hasHeader: boolean;
  /** "Column 1" and so on where there is no header. As many as a row has fields. */
  readonly columns: readonly string[];
  /** Whether rows begin with names or numbers of their own, above which the header has none. */
  readonly hasRowNames: boolean;
  /** Whether rows have more fields than the header has names: it is then not clear which name belongs to which. */
  readonly isShort: boolean;
  /** Without the header. */
  readonly rows: readonly (readonly string[])[];
}

/** What somebody has said of a table. */
export type HeadOptions = Partial<Pick<HeadTable, 'separator' | 'skip' | 'hasHeader'>>;

/** What separators are told by. */
const LOOKED_AT = 100;
const SEP_LINE = /^"?sep=(.|\\t)"?$/i;
/** A sparse matrix: below its comments stands how large it is. */
const MATRIX_MARKET = /^%%MatrixMarket /i;

/** Finds the columns of the lines of a file, blank ones left out. Null where nothing separates columns. */
export function headTable(lines: readonly string[], options: HeadOptions = {}): HeadTable | null {
  const sepLine = SEP_LINE.exec(lines[0] ?? '')?.[1];
  let skip = options.skip ?? (sepLine === undefined ? 0 : 1);
  if (options.skip === undefined) while (skip < lines.length - 1 && isComment(lines[skip] as string)) skip++;
  if (options.skip === undefined && MATRIX_MARKET.test(lines[0] ?? '')) skip++;
  const body = lines.slice(skip);
  const separator = options.separator ?? separatorOf(sepLine) ?? findSeparator(body.slice(0, LOOKED_AT));
  if (separator === null) return null;
  const all = body.map((line) => splitLine(line, separator));
  const { width } = commonWidth(all.slice(0, LOOKED_AT));
  const prose = options.skip === undefined && width > 2 ? linesOfProse(all, width) : 0;
  const names = commentedNames(lines, skip, separator, width);
  return finish({ separator, skip: skip + prose, table: all.slice(prose), names, hasHeader: options.hasHeader });
}

/** Titles and notes above a table have fewer columns, or a single one that is filled; so has a header of R, above rows with names. */
function linesOfProse(rows: readonly (readonly string[])[], width: number): number {
  const first = Math.max(
    0,
    rows.findIndex((row) => row.length >= width && row.filter((field) => field.trim() !== '').length > 1),
  );
  const isNamed = rows[first - 1]?.length === width - 1 && rows[first]?.some((field) => isNumberText(field));
  return isNamed ? first - 1 : first;
}

interface Found {
  readonly separator: Separator;
  readonly skip: number;
  readonly table: readonly (readonly string[])[];
  /** The names of columns that a comment gives. */
  readonly names: readonly string[] | null;
  readonly hasHeader: boolean | undefined;
}

function finish({ separator, skip, table, names, hasHeader: said }: Found): HeadTable {
  const [first = [], ...others] = table;
  const hasHeader = said ?? (names === null && isHeader(first, others));
  const rows = hasHeader ? others : table;
  const common = commonWidth(rows.length > 0 ? rows : [trimEnd(first)]).width;
  // Many a row may end before a column that others have.
  const width = hasHeader && first.length > common && rows.some(({ length }) => length === first.length) ? first.length : common;
  const isNamed = hasHeader && first.length === width - 1 && areRowNames(rows.map(([name = '']) => name));
  // R leaves out the name above its row names.
  const header = isNamed ? ['', ...first] : hasHeader ? first : names;
  const columns = Array.from({ length: width }, (_, at) => header?.[at]?.trim() || `Column ${at + 1}`);
  const isShort = header !== null && rows.some((row) => row.slice(header.length, width).some((field) => field.trim() !== ''));
  return { separator, skip, hasHeader, columns, rows, hasRowNames: isNamed, isShort };
}

function separatorOf(written: string | undefined): Separator | undefined {
  if (written === '\\t') return '\t';
  return [',', ';', '\t', '|'].includes(written ?? '') ? (written as Separator) : undefined;
}

/** The last comment above the rows, where it names their columns. */
function commentedNames(lines: readonly string[], skip: number, separator: Separator, width: number): readonly string[] | null {
  const above = skip > 0 ? (lines[skip - 1] as string) : '';
  if (!isComment(above)) return null;
  const names = splitLine(above.replace(/^\s*(#|%|\/\/|--)+/, '').trim(), separator);
  return names.length === width && Object.keys(mappingByNames(names)).length > 1 ? names : null;
}

/**
 * Whether the first row names the columns. One without a number does. One with a number does where words stand above columns of
 * numbers: above two of them, or above one beside a name that is known.
 */
function isHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  if (first.length > 0 && !first.some((field) => isNumberText(field))) return true;
  if (isHeaderOfNumbers(first, others)) return true;
  const named = first.filter((field, at) => {
    const below = others.map((row) => row[at]?.trim() ?? '').filter((text) => text !== '');
    return field.trim() !== '' && !isNumberText(field) && below.length > 0 && below.every(isNumberText);
  }).length;
  return named > 1 || (named === 1 && Object.keys(mappingByNames(first)).length > 0);
}

/** Numbers of items above the ratings of users, and nothing above the users. */
function isHeaderOfNumbers([corner = '', ...names]: readonly string[], others: readonly (readonly string[])[]): boolean {
  const isNamed = corner.trim() === '' && others.length > 0 && others.every(([name = '']) => name.trim() !== '');
  return isNamed && names.length > 2 && names.every(isNumberText) && new Set(names).size === names.length;
}

/** Names of rows differ, and where they are numbers they count the rows. */
function areRowNames(names: readonly string[]): boolean {
  if (new Set(names).size < names.length) return false;
  return !names.every(isNumberText) || names.every((name, at) => Number(name) === Number(names[0]) + at && Number(names[0]) < 2);
}

function trimEnd(fields: readonly string[]): readonly string[] {
  let length = fields.length;
  while (length > 1 && fields[length - 1]?.trim() === '') length--;
  return fields.slice(0, length);
}
