import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import { checkRating, checkSeconds, FieldProblem, toRating, toSeconds } from './field-values.ts';
import { checkId, LARGEST_ID } from './id-column.ts';
import { malformed } from './malformed.ts';
import { quotedRow } from './quoted-row.ts';
import type { RatingBuilder } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import { decodeText } from './text.ts';

/** How the rows of a file of ratings are laid out. */
export interface RowLayout {
  /** For the sentences of errors. */
  readonly file: string;
  readonly separator: ',' | '\t' | ';' | '|' | '::';
  /** Which field holds what, from 0. */
  readonly at: ColumnMapping;
  /** Fields of a row. */
  readonly width: number;
  /** Rows above the first rating. */
  readonly headerRows: 0 | 1;
  /** Fields may stand in double quotes, a quote doubled inside. */
  readonly quotes: boolean;
  /** Ids may be texts, ratings 0, times missing or dates. GroupLens' own layouts have nothing but numbers. */
  readonly lenient: boolean;
}

const LF = 10;
const CR = 13;
const DOT = 46;
const QUOTE = 34;
const ZERO = 48;

/** Reads delimited rows (LF or CRLF, blank lines allowed) straight from their bytes: no strings where numbers stand, no row objects. */
export function delimitedRows(layout: RowLayout, builder: RatingBuilder): RowReader {
  const { file, separator, at: place, width, headerRows, quotes, lenient } = layout;
  const code = separator.charCodeAt(0);
  const isDouble = separator.length === 2;
  const starts = new Int32Array(width);
  const stops = new Int32Array(width);
  const values = new Float64Array(width); // NaN where the field is not digits with at most one point
  const whole = new Uint8Array(width); // 1 where it is digits alone, without a leading zero
  let line = 1;
  let rows = 0;
  let bytes = new Uint8Array();

  const fail = (problem: string): never => {
    throw malformed(file, line, problem);
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
    const rating = lenient && !(value < Number.POSITIVE_INFINITY) ? toRating(textAt(field)) : checkRating(numberAt(field));
    if (rating === 0 && !lenient) fail('the rating is not above 0');
    return rating;
  };

  const timeAt = (field: number | undefined): number | null => {
    if (field === undefined) return null;
    const value = values[field] as number;
    return lenient && !(value < Number.POSITIVE_INFINITY) ? toSeconds(textAt(field)) : checkSeconds(numberAt(field));
  };

  const addRow = (): void => {
    const movie = idAt(place.item, 'movie');
    builder.add(idAt(place.user, 'user'), movie, ratingAt(place.rating), timeAt(place.timestamp));
    if (place.title !== undefined && builder.needsTitle(movie)) builder.addTitle(movie, textAt(place.title));
  };

  const addTexts = (fields: readonly string[]): void => {
    const text = (field: number): string => fields[field] as string;
    const movie = checkId(text(place.item), 'movie');
    const seconds = place.timestamp === undefined ? null : toSeconds(text(place.timestamp));
    builder.add(checkId(text(place.user), 'user'), movie, toRating(text(place.rating)), seconds);
    if (place.title !== undefined && builder.needsTitle(movie)) builder.addTitle(movie, text(place.title));
  };

  const finishRow = (fields: number, isBlank: boolean, add: () => void): void => {
    if (isBlank || rows++ < headerRows) return;
    if (fields !== width) fail(`there are ${fields} fields, not ${width}`);
    add();
  };

  const readQuoted = (from: number, end: number, isLast: boolean): number => {
    const row = quotedRow(bytes, from, end, isLast, code);
    if (row === null) return -1;
    if (row.problem !== null) fail(row.problem);
    finishRow(row.fields.length, false, () => addTexts(row.fields));
    line += row.lines;
    return row.next;
  };

  const read = (from: number, end: number, isLast: boolean): number => {
    let field = 0;
    let start = from;
    let digits = 0;
    let value = 0;
    let divisor = 0; // 0 before the decimal point, then a power of ten
    let isOdd = false;
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
            if (!lenient) fail(`a single “${separator[0]}” stands between two fields`);
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
        }
        field++;
        if (isEnd) {
          finishRow(field, field === 1 && stop === from, addRow);
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
      try {
        return read(from, end, isLast);
      } catch (thrown) {
        throw thrown instanceof FieldProblem ? malformed(file, line, thrown.message) : thrown;
      }
    },
  };
}
