import type { JsonColumns } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import type { TimeFormat } from '../../core/table-format.ts';
import { EVENT, FieldProblem, toRating } from './field-values.ts';
import { checkId } from './id-column.ts';
import { quote } from './malformed.ts';
import { hasDescription } from './movie-texts.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { decodeLoosely, decodeText } from './text.ts';
import { toSeconds } from './times.ts';

const LF = 10;

/** Reads JSON lines: an object a line, whose values are texts or numbers. Rows that cannot be read are left out. */
export function jsonLines(keys: JsonColumns, time: TimeFormat, sink: RatingSink, faults: RowFaults): RowReader {
  const isDescribed = hasDescription(keys);
  let line = 1;
  const add = (row: Readonly<Record<string, unknown>>): void => {
    const movie: RawId = checkId(textOf(row, keys.item), 'movie');
    const seconds = keys.timestamp === undefined ? null : toSeconds(looseText(row[keys.timestamp]), time);
    const rating = keys.rating === undefined ? EVENT : toRating(textOf(row, keys.rating));
    sink.add(checkId(textOf(row, keys.user), 'user'), movie, rating, seconds);
    if (!isDescribed || sink.isDescribed(movie)) return;
    const text = (key: string | undefined): string => (key === undefined ? '' : looseText(row[key]));
    sink.describe(movie, { title: text(keys.title), genres: text(keys.genres), year: text(keys.year) });
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
    row = JSON.parse(/\d{16}|NaN|Infinity|,$/.test(text) ? asJson(text) : text);
  } catch {
    throw new FieldProblem('the line is not a JSON object');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new FieldProblem('the line is not a JSON object');
  return row as Readonly<Record<string, unknown>>;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|-?\b(?:NaN|Infinity)\b/gi;

/**
 * Long whole numbers in quotes: JSON.parse would round them to their neighbours, and two ids would become one. What Python writes for
 * numbers that are none is null, and a comma at the end goes.
 */
const asJson = (text: string): string =>
  text
    .replace(TOKEN, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : /^-?(NaN|Infinity)$/.test(token) ? 'null' : token))
    .replace(/,$/, '');

/** The text of a value that may be missing, or be another than it should; of a list its members. */
export function looseText(value: unknown): string {
  const bare = unwrapped(value);
  if (Array.isArray(bare)) return bare.map(looseText).join('|');
  return typeof bare === 'string' || typeof bare === 'number' ? String(bare) : '';
}

/** MongoDB writes ids, numbers and times as objects with the name of a type: {"$oid": "…"}. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inner] = [], ...others] = Object.entries(value);
  return name?.startsWith('$') && others.length === 0 ? unwrapped(inner) : value;
}

function textOf(row: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(row, key) ? unwrapped(row[key]) : null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  throw new FieldProblem(`${quote(key)} is neither text nor a number`);
}
