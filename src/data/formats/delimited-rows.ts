import { FieldProblem, MissingField } from './field-values.ts';
import { isComment } from './missing.ts';
import { quotedRatings } from './quoted-rating.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { clearFields, ratingOfFields, rowFields } from './row-fields.ts';
import type { RowLayout } from './row-layout.ts';
import { decodeLoosely } from './text.ts';

const LF = 10;
const CR = 13;
const DOT = 46;
const QUOTE = 34;
const ZERO = 48;
const BLANK = 32;

/** Whether nothing but blanks and tabs stands there. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (bytes[at] as number) <= BLANK) at++;
  return at === to;
}

/**
 * Reads delimited rows (LF or CRLF, blank lines allowed) straight from their bytes: no strings where numbers stand, no row objects.
 * Rows that cannot be read are left out.
 */
export function delimitedRows(layout: RowLayout, sink: RatingSink, faults: RowFaults): RowReader {
  const { width, least, headerRows, quotes, lenient } = layout;
  const separator = layout.separator === ' ' ? '\t' : layout.separator;
  const code = separator.charCodeAt(0);
  const isDouble = separator.length === 2;
  // Only what lists its values with commas has quoted texts of several lines; elsewhere a quote is more often a letter.
  const spansLines = separator === ',' || separator === ';';
  const ofOneMore = separator === ',' ? ' (a number with a decimal comma needs quotes around it)' : '';
  const fields = rowFields(width);
  const { starts, stops, values, whole } = fields;
  const addRating = ratingOfFields(layout, fields, sink);
  const quoted = quotedRatings(layout, sink);
  let line = 1;
  let rows = 0;
  let bytes = fields.bytes;

  let header = '';

  /** Takes the row up to `to`, unless it is a header. */
  const take = (from: number, to: number, add: () => void): void => {
    if (rows++ < headerRows) {
      header = decodeLoosely(bytes, from, to);
      return;
    }
    try {
      add();
    } catch (thrown) {
      if (!(thrown instanceof FieldProblem)) throw thrown;
      const row = decodeLoosely(bytes, from, to);
      // Where files were put one after the other, the header comes again.
      const isNoRow = row === header || isComment(row);
      faults.leaveOut(isNoRow ? new MissingField('it is not a row') : thrown, line, row);
    }
  };

  const readQuoted = (from: number, end: number, isLast: boolean): number => {
    const row = quoted.row({ bytes, from, end, isLast, separator, spansLines });
    if (row === null) return -1;
    take(from, row.next, () => quoted.add(row.fields));
    line += row.lines;
    return row.next;
  };

  // Set by the row that is being read, so that no closure has to be made for each.
  let found = 0;
  let hasMore = false;
  let problem: string | null = null;
  const addRow = (): void => {
    if (problem !== null) throw new FieldProblem(problem);
    // Fields that nobody reads may be missing at the end of a row, and empty ones stand beyond it.
    if (found < least || hasMore)
      throw new FieldProblem(`there are ${found} fields, not ${width}${found === width + 1 ? ofOneMore : ''}`);
    if (found < width) clearFields(fields, found);
    addRating();
  };

  const read = (from: number, end: number, isLast: boolean): number => {
    let field = 0;
    let start = from;
    let digits = 0;
    let value = 0;
    let divisor = 0; // 0 before the decimal point, then a power of ten
    let isOdd = false;
    hasMore = false;
    problem = null;
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
          found = field;
          if (!isBlank(bytes, from, stop)) take(from, stop, addRow);
          line++;
          return at + 1;
        }
        if (isDouble) at++;
        start = at + 1;
        digits = value = divisor = 0;
        isOdd = false;
      } else if (byte === DOT && divisor === 0) {
        divisor = 1;
      } else if (byte === QUOTE && quotes && isBlank(bytes, start, at)) {
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
      bytes = fields.bytes = buffer;
      return read(from, end, isLast);
    },
  };
}
