import type { ColumnMapping, Delimiter, JsonColumns, MappingQuestion } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import { isWhole, mappingByContents, mappingByNames } from './column-names.ts';
import type { RowLayout } from './delimited-rows.ts';
import { findSeparator, splitLine } from './delimiters.ts';
import { FieldProblem } from './field-values.ts';
import { parseRow } from './json-lines.ts';
import { malformed, quote } from './malformed.ts';
import { looksLikeRatingsDat, ratingsDat } from './ratings-dat.ts';
import { looksLikeUData, uData } from './u-data.ts';

/** How a file of ratings is laid out. */
export type Layout =
  | { readonly format: 'dat' | 'u.data'; readonly rows: RowLayout }
  | { readonly format: 'table'; readonly rows: RowLayout; readonly header: readonly string[] | null }
  | { readonly format: 'json-lines'; readonly keys: JsonColumns };

/** Enough bytes to tell a layout by, whatever the lines are like. */
export const HEAD = 2 ** 16;
const LINES = 20;
const MOST_COLUMNS = 200;
const PICK = 'Open a MovieLens zip, or a file of ratings: CSV, TSV or JSON lines with users, movies and ratings.';

/**
 * Recognises a layout by the beginning of a file. `mapping` answers the question that an earlier call asked. Throws a LabError:
 * `data-no-ratings` where it looks like no ratings at all, `data-unmapped` where it is not clear which column holds what.
 */
export function detectLayout(head: Uint8Array, file: string, mapping: ColumnMapping | undefined): Layout {
  if (head.length === 0) throw new LabError('data-no-ratings', `${quoteFile(file)} is empty.`, PICK);
  const text = new TextDecoder().decode(head);
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  // Where there is more to come, the last line may be cut off.
  const whole = (head.length >= HEAD ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '').slice(0, LINES);
  const [first = ''] = whole;
  if (text.includes('\0') || /^\s*</.test(first) || first === '') throw noRatings(file);
  if (/^\s*\[/.test(first))
    throw new LabError('data-no-ratings', `${quoteFile(file)} is one JSON array.`, 'Save it as JSON lines: an object a line.');
  if (first.trimStart().startsWith('{')) return jsonLayout(whole, file, mapping);
  if (mapping === undefined && looksLikeRatingsDat(first)) return { format: 'dat', rows: ratingsDat(file) };
  if (mapping === undefined && looksLikeUData(first)) return { format: 'u.data', rows: uData(file) };
  return tableLayout(whole, file, mapping);
}

function noRatings(file: string): LabError {
  return new LabError('data-no-ratings', `${quoteFile(file)} is neither a zip nor a file of ratings.`, PICK);
}

const quoteFile = (file: string): string => `“${file.length > 60 ? `${file.slice(0, 60)}…` : file}”`;

function tableLayout(lines: readonly string[], file: string, mapping: ColumnMapping | undefined): Layout {
  const separator = findSeparator(lines);
  if (separator === null) throw noRatings(file);
  const rows = lines.map((line) => splitLine(line, separator));
  const first = rows[0] as readonly string[];
  if (first.length < 3 || first.length > MOST_COLUMNS) throw noRatings(file);
  // Whoever writes a rating writes a number; a header has none.
  const hasHeader = !first.some((field) => /^\s*[+-]?\d+([.,]\d+)?\s*$/.test(field));
  const columns = hasHeader ? first : first.map((_, at) => `Column ${at + 1}`);
  const sample = hasHeader ? rows.slice(1) : rows;
  const known = hasHeader ? mappingByNames(columns) : {};
  const at = settle(mapping, known, { file, delimiter: separator, columns, rows: sample });
  const width = first.length;
  const headerRows = hasHeader ? 1 : 0;
  const header = hasHeader ? columns.map(clip) : null;
  return { format: 'table', header, rows: { file, separator, at, width, headerRows, quotes: true, lenient: true } };
}

function jsonLayout(lines: readonly string[], file: string, mapping: ColumnMapping | undefined): Layout {
  const objects = lines.map((line, at) => {
    try {
      return parseRow(line);
    } catch (thrown) {
      throw thrown instanceof FieldProblem ? malformed(file, at + 1, thrown.message) : thrown;
    }
  });
  const columns = Object.keys(objects[0] ?? {});
  if (columns.length < 3 || columns.length > MOST_COLUMNS) throw noRatings(file);
  const rows = objects.map((object) => columns.map((column) => String(object[column] ?? '')));
  const at = settle(mapping, mappingByNames(columns), { file, delimiter: 'json', columns, rows });
  const key = (column: number | undefined) => (column === undefined ? undefined : columns[column]);
  const keys = { user: key(at.user), item: key(at.item), rating: key(at.rating) } as JsonColumns;
  return { format: 'json-lines', keys: { ...keys, timestamp: key(at.timestamp), title: key(at.title) } };
}

interface Columns {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

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

function unmapped({ file, delimiter, columns, rows }: Columns, known: Partial<ColumnMapping>): LabError {
  const shown = columns.slice(0, SHOWN_COLUMNS);
  const mapping: MappingQuestion = {
    file,
    delimiter,
    columns: shown.map(clip),
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => shown.map((_, at) => clip(row[at] ?? ''))),
    guess: mappingByContents(rows.slice(0, SAMPLE_ROWS), known),
  };
  const message = `It is not clear which columns of ${quote(file)} hold the users, the movies and the ratings.`;
  return new LabError('data-unmapped', message, 'Say which column is which.', { mapping });
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
