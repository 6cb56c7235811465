import type { JsonColumns } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import type { TimeFormat } from '../../core/table-format.ts';
import { EVENT, FieldProblem, toRating } from './field-values.ts';
import { checkId } from './id-column.ts';
import { quote } from './malformed.ts';
import type { RatingBuilder } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { decodeLoosely, decodeText } from './text.ts';
import { toSeconds } from './times.ts';

const LF = 10;

/** Reads JSON lines: an object a line, whose values are texts or numbers. Rows that cannot be read are left out. */
export function jsonLines(keys: JsonColumns, time: TimeFormat, builder: RatingBuilder, faults: RowFaults): RowReader {
  let line = 1;
  const add = (row: Readonly<Record<string, unknown>>): void => {
    const movie: RawId = checkId(textOf(row, keys.item), 'movie');
    const rating = keys.rating === undefined ? EVENT : toRating(textOf(row, keys.rating));
    const seconds = keys.timestamp === undefined ? null : toSeconds(textOf(row, keys.timestamp), time);
    builder.add(checkId(textOf(row, keys.user), 'user'), movie, rating, seconds);
    if (keys.title !== undefined) builder.addTitle(movie, textOf(row, keys.title));
  };
  return {
    get line() {
      return line;
    },
    read(bytes, from, end, isLast) {
      let to = bytes.indexOf(LF, from);
      if (to < 0 || to >= end) {
        if (!isLast) return -1;
        to = end;
      }
      const text = decodeText(bytes, from, to).trim();
      try {
        if (text !== '') add(parseRow(text));
      } catch (thrown) {
        if (!(thrown instanceof FieldProblem)) throw thrown;
        faults.leaveOut(thrown, line, decodeLoosely(bytes, from, to));
      }
      line++;
      return to + 1;
    },
  };
}

/** An object of one line; whole numbers that are too long for a number are texts. Throws a FieldProblem for anything else. */
export function parseRow(text: string): Readonly<Record<string, unknown>> {
  let row: unknown;
  try {
    row = JSON.parse(/\d{16}/.test(text) ? withLongNumbersQuoted(text) : text);
  } catch {
    throw new FieldProblem('the line is not a JSON object');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new FieldProblem('the line is not a JSON object');
  return row as Readonly<Record<string, unknown>>;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** JSON.parse would round them to their neighbours, and two ids would become one. */
const withLongNumbersQuoted = (text: string): string =>
  text.replace(TOKEN, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token));

function textOf(row: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(row, key) ? row[key] : null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  throw new FieldProblem(`${quote(key)} is neither a text nor a number`);
}
