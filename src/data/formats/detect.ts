import type { ColumnMapping, JsonColumns, MappingQuestion, WideMapping } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import type { LoadNote } from '../../core/load-notes.ts';
import type { Encoding, TableFormat } from '../../core/table-format.ts';
import { onePerson, personalColumns } from '../person/services.ts';
import { arrayFilter } from './array-filter.ts';
import { blockFilter, looksLikeBlocks } from './block-filter.ts';
import { confirmed, hasNumbers, mappingByContents } from './column-guess.ts';
import { isWhole, mappingByNames, plainName } from './column-names.ts';
import type { RowLayout } from './delimited-rows.ts';
import { decodeHead, sniffEncoding } from './encoding.ts';
import { decimalOf, FieldProblem } from './field-values.ts';
import { HEAD, headLines } from './head-lines.ts';
import { type HeadTable, headTable } from './head-table.ts';
import { checkId } from './id-column.ts';
import { jsonLines, parseRow } from './json-lines.ts';
import { malformed, quote } from './malformed.ts';
import { isNumberText } from './number-text.ts';
import { otherFile } from './other-files.ts';
import { chain, type PieceFilter, pieceFilter } from './piece-filter.ts';
import type { RatingBuilder } from './rating-builder.ts';
import { looksLikeRatingsDat, ratingsDat } from './ratings-dat.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { guessTime } from './time-format.ts';
import { looksLikeUData, uData } from './u-data.ts';
import { type WideLayout, wideRows } from './wide-rows.ts';
import { wideTable } from './wide-table.ts';

/** How the rows of a file of ratings are laid out. */
type Rows =
  | { readonly format: 'dat' | 'u.data' | 'blocks'; readonly rows: RowLayout }
  | { readonly format: 'table'; readonly rows: RowLayout; readonly header: readonly string[] | null; readonly table: TableFormat }
  | { readonly format: 'wide'; readonly wide: WideMapping; readonly table: TableFormat; readonly open: OpenRows }
  | { readonly format: 'json-lines'; readonly keys: JsonColumns; readonly open: OpenRows };

/** Starts what reads the rows. */
type OpenRows = (builder: RatingBuilder, faults: RowFaults) => RowReader;

/** How a file of ratings is laid out. */
export type Layout = Rows & {
  /** What the file is rewritten by before its rows are read; null where it is read as it is. */
  readonly filter: PieceFilter | null;
  /** What had to be guessed. */
  readonly notes: readonly LoadNote[];
};

/** What somebody has said about a file, in answer to a question or before one. */
export interface Said {
  readonly mapping?: ColumnMapping | undefined;
  readonly wide?: WideMapping | undefined;
  readonly format?: Partial<TableFormat> | undefined;
}

/** What columns are told by. */
const LINES = 1000;
const MOST_COLUMNS = 200;
const MOST_WIDE_COLUMNS = 20_000;
const PICK = 'Open a MovieLens zip, or a file of ratings: CSV, TSV or JSON lines with users, movies and ratings.';

/**
 * Recognises a layout by the beginning of a file. Throws a LabError: `data-no-ratings` where it looks like no ratings at all,
 * `data-unmapped` where it is not clear which column holds what.
 */
export function detectLayout(head: Uint8Array, file: string, said: Said): Layout {
  if (head.length === 0) throw new LabError('data-no-ratings', `${quoteFile(file)} is empty.`, PICK);
  const other = otherFile(head);
  if (other) throw new LabError('data-no-ratings', `${quoteFile(file)} is ${other.what}, not a file of ratings.`, other.remedy);
  const { whole, encoding, carriageReturns } = readHead(head, said);
  const [first = ''] = whole;
  if (whole.some((line) => line.includes('\0')) || /^\s*</.test(first) || first === '') throw noRatings(file);
  const notes = encoding === 'windows-1252' ? [note('The text is read as Windows-1252 (Latin-1): it is not valid UTF-8.')] : [];
  const written = { encoding, carriageReturns };
  const asItIs = { filter: pieceFilter({ ...written, separator: ',' }), notes };
  const isArray = /^\s*\[/.test(first);
  if (isArray || first.trimStart().startsWith('{')) {
    const lines = isArray ? membersOf(whole.join('\n'), file) : whole.slice(0, JSON_LINES);
    return { ...asItIs, filter: chain([asItIs.filter, isArray ? arrayFilter() : null]), ...jsonLayout(lines, file, said) };
  }
  if (
    said.mapping === undefined &&
    said.wide === undefined &&
    said.format?.separator === undefined &&
    said.format?.hasHeader === undefined
  ) {
    if (looksLikeRatingsDat(first)) return { ...asItIs, format: 'dat', rows: ratingsDat() };
    if (looksLikeUData(first)) return { ...asItIs, format: 'u.data', rows: uData() };
    if (looksLikeBlocks(whole)) return { filter: chain([asItIs.filter, blockFilter()]), notes, format: 'blocks', rows: BLOCKS };
  }
  return tableLayout(whole, { file, said, written, notes });
}

const JSON_LINES = 100;

const note = (rule: string): LoadNote => ({ kind: 'way-of-reading', count: 0, rule });

function readHead(head: Uint8Array, { format }: Said) {
  const encoding: Encoding = format?.encoding ?? sniffEncoding(head);
  const text = decodeHead(head, encoding);
  const { lines, carriageReturns } = headLines(text, head.length >= HEAD, format?.carriageReturns);
  return { encoding, carriageReturns, whole: lines.slice(0, LINES) };
}

const BLOCKS: RowLayout = {
  separator: ',',
  at: { user: 1, item: 0, rating: 2, timestamp: 3 },
  width: 4,
  headerRows: 0,
  quotes: false,
  lenient: true,
  decimal: '.',
  time: 'plain',
};

function noRatings(file: string): LabError {
  const [, workbook, sheet] = /^(.*\.xlsx):(.*)$/i.exec(file) ?? [];
  if (workbook !== undefined && sheet !== undefined) {
    const message = `${quoteFile(workbook)} is an Excel workbook, but its sheet ${quote(sheet)} has no table of ratings.`;
    return new LabError(
      'data-no-ratings',
      message,
      'Give each rating a row: a user, an item and a number, with their names above.',
    );
  }
  return new LabError('data-no-ratings', `${quoteFile(file)} is neither a zip nor a file of ratings.`, PICK);
}

const quoteFile = (file: string): string => `“${file.length > 60 ? `${file.slice(0, 60)}…` : file}”`;

interface TableContext {
  readonly file: string;
  readonly said: Said;
  readonly written: Pick<TableFormat, 'encoding' | 'carriageReturns'>;
  readonly notes: readonly LoadNote[];
}

function tableLayout(lines: readonly string[], { file, said, written, notes }: TableContext): Layout {
  const found = headTable(lines, said.format);
  if (found === null || found.columns.length < 2) throw noRatings(file);
  const { separator, skip, hasHeader, columns, rows: sample } = found;
  const personal = hasHeader && said.mapping === undefined && said.wide === undefined ? personalColumns(columns) : null;
  if (personal) {
    const asked = { file, delimiter: separator, columns, rows: sample, wide: null };
    throw onePerson(personal, file, unmapped(asked, mappingByNames(columns)).mapping);
  }
  const filter = pieceFilter({ ...written, separator });
  const headerRows = skip + (hasHeader ? 1 : 0);
  const formatOf = (rating: readonly string[], time: TableFormat['time']): TableFormat => ({
    ...written,
    separator,
    skip,
    hasHeader,
    decimal: said.format?.decimal ?? decimalOf(rating),
    time,
  });
  const wide = said.wide ?? null;
  if (wide !== null && said.mapping === undefined) {
    if (columns.length > MOST_WIDE_COLUMNS) throw noRatings(file);
    const table = formatOf(
      sample.flatMap((row) => row.slice(wide.first)),
      'none',
    );
    const layout = wideLayout(found, wide, table, headerRows);
    return { format: 'wide', wide, table, open: (builder, faults) => wideRows(layout, builder, faults), filter, notes };
  }
  const guessedWide = said.mapping === undefined ? wideTable(found) : null;
  if (guessedWide === null && columns.length > MOST_COLUMNS) throw noRatings(file);
  const known = guessedWide ? {} : (conventional(found) ?? confirmed(mappingByNames(columns), columns, sample));
  if (said.mapping === undefined && guessedWide === null) refuseOthers(file, columns, known);
  const chosen = settle(said.mapping, known, { file, delimiter: separator, columns, rows: sample, wide: guessedWide });
  const time = timeOf(chosen, found, said.format?.time);
  const at = time.format === 'none' ? { ...chosen, timestamp: undefined } : chosen;
  const table = formatOf(columnOf(sample, at.rating), time.format);
  const { decimal } = table;
  const layout = { separator, at, width: columns.length, headerRows, quotes: true, lenient: true, decimal, time: time.format };
  const header = hasHeader ? columns.map(clip) : null;
  return { format: 'table', header, rows: layout, table, filter, notes: [...notes, ...time.notes] };
}

const columnOf = (rows: readonly (readonly string[])[], column: number): readonly string[] =>
  rows.map((row) => row[column] ?? '');

/** Files of numbers between blanks or “::” have always had this order. */
function conventional({ separator, hasHeader, columns, rows }: HeadTable): ColumnMapping | null {
  if (hasHeader || (separator !== ' ' && separator !== '::') || columns.length < 3 || columns.length > 4) return null;
  const isNumeric = rows.every((row) => row.every(isNumberText));
  if (!isNumeric || columns.some((column) => !column.startsWith('Column '))) return null;
  return columns.length === 3 ? { user: 0, item: 1, rating: 2 } : { user: 0, item: 1, rating: 2, timestamp: 3 };
}

/** What a table of titles says of the ratings that others gave. */
const OF_ALL = /^(average|avg|mean)|^(rating|vote|num)s?(count|rating|vote|average)|^members$/;

/** Throws a LabError for tables that have no ratings in them by the names of their columns, or by their number. */
function refuseOthers(file: string, columns: readonly string[], known: Partial<ColumnMapping>): void {
  const { user, item, rating, title } = known;
  const isOfAll = rating === undefined || columns.some((column) => OF_ALL.test(plainName(column)));
  if (item !== undefined && title !== undefined && user === undefined && isOfAll) {
    const remedy = 'Open it together with the file of ratings: drop both, or put them in a zip.';
    throw new LabError('data-no-ratings', `${quoteFile(file)} is a file of titles: it has no users and no ratings.`, remedy);
  }
  if (columns.length > 2) return;
  const both = columns.map((column) => quote(column)).join(' and ');
  const message = `${quoteFile(file)} has two columns, ${both}: one of users, one of movies and one of ratings are needed.`;
  throw new LabError('data-no-ratings', message, 'Use a file that has ratings, or add a column of them.');
}

function timeOf({ timestamp }: ColumnMapping, { rows, columns }: HeadTable, said: TableFormat['time'] | undefined) {
  if (timestamp === undefined) return { format: 'plain' as const, notes: [] };
  if (said !== undefined) return { format: said, notes: [] };
  const values = columnOf(rows, timestamp);
  const { format, either } = guessTime(values);
  const name = quote(columns[timestamp] as string);
  if (format === 'none')
    return {
      format,
      notes: [note(`No time can be read in the column ${name}, such as ${quote(values[0] ?? '')}: the ratings have none.`)],
    };
  if (either === null) return { format, notes: [] };
  const order = format === 'month-first' ? 'month before day' : 'day before month';
  return { format, notes: [note(`Times such as ${quote(either)} are read with the ${order}.`)] };
}

function wideLayout(
  { columns, separator, hasHeader }: HeadTable,
  wide: WideMapping,
  table: TableFormat,
  headerRows: number,
): WideLayout {
  const names = columns.slice(wide.first).map((column, at) => {
    try {
      return hasHeader ? checkId(column, 'movie') : at + 1;
    } catch {
      return `Column ${at + wide.first + 1}`;
    }
  });
  return { wide, separator, headerRows, decimal: table.decimal, names };
}

/** The first members of an array, as lines. Throws a LabError where there is none. */
function membersOf(text: string, file: string): readonly string[] {
  const lines = new TextDecoder()
    .decode(arrayFilter()(new TextEncoder().encode(text), true))
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0)
    throw new LabError('data-no-ratings', `${quoteFile(file)} is a JSON array without objects in it.`, PICK);
  return lines.slice(0, JSON_LINES);
}

function jsonLayout(lines: readonly string[], file: string, said: Said): Rows {
  const objects = lines.map((line, at) => {
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
  if (columns.length < 3 || columns.length > MOST_COLUMNS) throw noRatings(file);
  const rows = objects.map((object) => columns.map((column) => String(object[column] ?? '')));
  const known = confirmed(mappingByNames(columns), columns, rows);
  const at = settle(said.mapping, known, { file, delimiter: 'json', columns, rows, wide: null });
  const key = (column: number | undefined) => (column === undefined ? undefined : columns[column]);
  const keys = { user: key(at.user), item: key(at.item), rating: key(at.rating) } as JsonColumns;
  const time = at.timestamp === undefined ? 'plain' : (said.format?.time ?? guessTime(columnOf(rows, at.timestamp)).format);
  const all = { ...keys, timestamp: key(at.timestamp), title: key(at.title) };
  return { format: 'json-lines', keys: all, open: (builder, faults) => jsonLines(all, time, builder, faults) };
}

type Columns = Pick<MappingQuestion, 'file' | 'delimiter' | 'columns' | 'wide'> & {
  readonly rows: readonly (readonly string[])[];
};

/** The mapping that is given, else the one that is known; where neither is whole, asks. */
function settle(given: ColumnMapping | undefined, known: Partial<ColumnMapping>, columns: Columns): ColumnMapping {
  if (given === undefined) {
    if (isWhole(known)) return known;
    throw unmapped(columns, known);
  }
  const used = Object.values(given).filter((column) => column !== undefined);
  const fits = used.every((column) => Number.isInteger(column) && column >= 0 && column < columns.columns.length);
  if (fits && isWhole(given) && new Set(used).size === used.length) return given;
  throw unmapped(columns, known);
}

const SAMPLE_ROWS = 5;
const SHOWN_COLUMNS = 50;

function unmapped({ file, delimiter, columns, rows, wide }: Columns, known: Partial<ColumnMapping>): LabError {
  const shown = columns.slice(0, SHOWN_COLUMNS);
  const guess = mappingByContents(shown, rows, known);
  // Whatever is answered, there is no rating among texts.
  if (wide === null && !hasNumbers(shown, rows)) return noRatings(file);
  const mapping: MappingQuestion = {
    file,
    delimiter,
    columns: shown.map(clip),
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => shown.map((_, at) => clip(row[at] ?? ''))),
    guess,
    wide,
  };
  const message = wide
    ? `${quote(file)} seems to have a row for each user and a column for each movie.`
    : `It is not clear which columns of ${quote(file)} hold the users, the movies and the ratings.`;
  return new LabError('data-unmapped', message, 'Say which column is which.', { mapping });
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
