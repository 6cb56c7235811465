import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import type { Separator, TimeFormat } from '../../core/table-format.ts';
import { checkRating, EVENT, FieldProblem, toRating } from './field-values.ts';
import { checkId, LARGEST_ID } from './id-column.ts';
import { plainRow, quotedRow } from './quoted-row.ts';
import type { RatingBuilder } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { decodeLoosely, decodeText } from './text.ts';
import { secondsOf, toSeconds } from './times.ts';

/** How the rows of a file of ratings are laid out. */
export interface RowLayout {
  /** Blanks have become tabs by the time that rows are read. */
  readonly separator: Separator;
  /** Which field holds what, from 0. */
  readonly at: ColumnMapping;
  /** Fields of a row. */
  readonly width: number;
  /** Rows above the first rating. */
  readonly headerRows: number;
  /** Fields may stand in double quotes, a quote doubled inside. */
  readonly quotes: boolean;
  /** Ids may be texts, times missing or dates. GroupLens' own layouts have nothing but numbers. */
  readonly lenient: boolean;
  readonly decimal: '.' | ',';
  readonly time: TimeFormat;
}

const LF = 10;
const CR = 13;
const DOT = 46;
const QUOTE = 34;
const ZERO = 48;

/**
 * Reads delimited rows (LF or CRLF, blank lines allowed) straight from their bytes: no strings where numbers stand, no row objects.
 * Rows that cannot be read are left out.
 */
export function delimitedRows(layout: RowLayout, builder: RatingBuilder, faults: RowFaults): RowReader {
  const { at: place, width, headerRows, quotes, lenient, decimal, time } = layout;
  const separator = layout.separator === ' ' ? '\t' : layout.separator;
  const code = separator.charCodeAt(0);
  const isDouble = separator.length === 2;
  // Only what lists its values with commas has quoted texts of several lines; elsewhere a quote is more often a letter.
  const spansLines = separator === ',' || separator === ';';
  const hasPoint = decimal === '.';
  const isPlain = time === 'plain';
  const least = 1 + Math.max(...Object.values(place).map((column) => column ?? 0));
  const starts = new Int32Array(width);
  const stops = new Int32Array(width);
  const values = new Float64Array(width); // NaN where the field is not digits with at most one point
  const whole = new Uint8Array(width); // 1 where it is digits alone, without a leading zero
  let line = 1;
  let rows = 0;
  let bytes = new Uint8Array();

  const fail = (problem: string): never => {
    throw new FieldProblem(problem);
  };

  const textAt = (field: number): string => decodeText(bytes, starts[field] as number, stops[field] as number);

  const numberAt = (field: number): number => {
    const value = values[field] as number;
    if (Number.isNaN(value)) fail(`field ${field + 1} is ${starts[field] === stops[field] ? 'empty' : 'not a number'}`);
    if (value === Number.POSITIVE_INFINITY) fail(`field ${field + 1} is too long`);
    return value;
  };

  const idAt = (field: number, what: 'user' | 'movie'): RawId => {
    const value = values[field] as number;
    if (whole[field] === 1 && value <= LARGEST_ID) return value;
    if (lenient) return checkId(textAt(field), what);
    if (!Number.isInteger(numberAt(field)) || value > LARGEST_ID)
      fail(`the ${what} id is not a whole number up to ${LARGEST_ID}`);
    return value;
  };

  const ratingAt = (field: number): number => {
    const value = values[field] as number;
    if (!lenient) return checkRating(numberAt(field));
    return hasPoint && value < Number.POSITIVE_INFINITY ? checkRating(value) : toRating(textAt(field), decimal);
  };

  const timeAt = (field: number | undefined): number | null => {
    if (field === undefined) return null;
    const value = values[field] as number;
    return isPlain && value < Number.POSITIVE_INFINITY ? secondsOf(value) : toSeconds(textAt(field), time);
  };

  const addRow = (): void => {
    const movie = idAt(place.item, 'movie');
    const rating = place.rating === undefined ? EVENT : ratingAt(place.rating);
    builder.add(idAt(place.user, 'user'), movie, rating, timeAt(place.timestamp));
    if (place.title !== undefined) builder.addTitle(movie, textAt(place.title));
  };

  const addTexts = (fields: readonly string[]): void => {
    const text = (field: number): string => fields[field] as string;
    const movie = checkId(text(place.item), 'movie');
    const seconds = place.timestamp === undefined ? null : toSeconds(text(place.timestamp), time);
    const rating = place.rating === undefined ? EVENT : toRating(text(place.rating), decimal);
    builder.add(checkId(text(place.user), 'user'), movie, rating, seconds);
    if (place.title !== undefined) builder.addTitle(movie, text(place.title));
  };

  /** Fields that nobody reads may be missing at the end of a row, and empty ones stand beyond it. */
  const isWhole = (fields: number, hasMore: boolean): boolean => fields >= least && !hasMore;

  const fits = (fields: readonly string[]): boolean =>
    isWhole(
      fields.length,
      fields.slice(width).some((field) => field !== ''),
    );

  const leaveOut = (thrown: unknown, from: number, to: number): void => {
    if (!(thrown instanceof FieldProblem)) throw thrown;
    faults.leaveOut(thrown, line, decodeLoosely(bytes, from, to));
  };

  const readQuoted = (from: number, end: number, isLast: boolean): number => {
    const start = { bytes, from, end, isLast, separator, spansLines };
    const quoted = quotedRow(start);
    // A quote that was no more than a letter would swallow the rows up to the next one.
    const row = quoted !== null && quoted.lines > 1 && !fits(quoted.fields) ? plainRow(start) : quoted;
    if (row === null) return -1;
    const { fields, next, lines } = row;
    if (rows++ >= headerRows) {
      try {
        if (!fits(fields)) fail(`there are ${fields.length} fields, not ${width}`);
        addTexts(fields);
      } catch (thrown) {
        leaveOut(thrown, from, next);
      }
    }
    line += lines;
    return next;
  };

  const read = (from: number, end: number, isLast: boolean): number => {
    let field = 0;
    let start = from;
    let digits = 0;
    let value = 0;
    let divisor = 0; // 0 before the decimal point, then a power of ten
    let isOdd = false;
    let hasMore = false;
    let problem: string | null = null;
    for (let at = from; ; at++) {
      if (at >= end && !isLast) return -1;
      const byte = at < end ? (bytes[at] as number) : LF;
      const digit = byte - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        divisor *= 10;
        digits++;
      } else if (byte === code || byte === LF) {
        const isEnd = byte === LF;
        if (isDouble && !isEnd) {
          if (at + 1 >= end && !isLast) return -1;
          if (bytes[at + 1] !== code || at + 1 >= end) {
            if (!lenient) problem = `a single “${separator[0]}” stands between two fields`;
            isOdd = true;
            continue;
          }
        }
        const stop = isEnd && at > start && bytes[at - 1] === CR ? at - 1 : at;
        if (field < width) {
          starts[field] = start;
          stops[field] = stop;
          values[field] = isOdd || digits === 0 ? Number.NaN : divisor > 0 ? value / divisor : value;
          whole[field] = divisor === 0 && (digits === 1 || bytes[start] !== ZERO) ? 1 : 0;
        } else if (stop > start) {
          hasMore = true;
        }
        field++;
        if (isEnd) {
          const isBlank = field === 1 && stop === from;
          if (!isBlank && rows++ >= headerRows) {
            try {
              if (problem !== null) fail(problem);
              if (!isWhole(field, hasMore)) fail(`there are ${field} fields, not ${width}`);
              addRow();
            } catch (thrown) {
              leaveOut(thrown, from, stop);
            }
          }
          line++;
          return at + 1;
        }
        if (isDouble) at++;
        start = at + 1;
        digits = value = divisor = 0;
        isOdd = false;
      } else if (byte === DOT && divisor === 0) {
        divisor = 1;
      } else if (byte === QUOTE && at === start && quotes) {
        return readQuoted(from, end, isLast);
      } else if (byte !== CR || (at + 1 < end ? bytes[at + 1] !== LF : !isLast && at + 1 < end)) {
        isOdd = true;
      }
    }
  };

  return {
    get line() {
      return line;
    },
    read(buffer, from, end, isLast) {
      bytes = buffer as Uint8Array<ArrayBuffer>;
      return read(from, end, isLast);
    },
  };
}
