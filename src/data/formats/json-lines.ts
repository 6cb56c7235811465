import type { JsonColumns } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import { FieldProblem, toRating, toSeconds } from './field-values.ts';
import { checkId } from './id-column.ts';
import { malformed, quote } from './malformed.ts';
import type { RatingBuilder } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import { decodeText } from './text.ts';

const LF = 10;

/** Reads JSON lines: an object a line, whose values are texts or numbers. */
export function jsonLines(file: string, keys: JsonColumns, builder: RatingBuilder): RowReader {
  let line = 1;
  const add = (row: Readonly<Record<string, unknown>>): void => {
    const movie: RawId = checkId(textOf(row, keys.item), 'movie');
    const seconds = keys.timestamp === undefined ? null : toSeconds(textOf(row, keys.timestamp));
    builder.add(checkId(textOf(row, keys.user), 'user'), movie, toRating(textOf(row, keys.rating)), seconds);
    if (keys.title !== undefined && builder.needsTitle(movie)) builder.addTitle(movie, textOf(row, keys.title));
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
      try {
        const text = decodeText(bytes, from, to).trim();
        if (text !== '') add(parseRow(text));
      } catch (thrown) {
        throw thrown instanceof FieldProblem ? malformed(file, line, thrown.message) : thrown;
      }
      line++;
      return to + 1;
    },
  };
}

/** An object of one line. Throws a FieldProblem for anything else. */
export function parseRow(text: string): Readonly<Record<string, unknown>> {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    throw new FieldProblem('the line is not a JSON object');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new FieldProblem('the line is not a JSON object');
  return row as Readonly<Record<string, unknown>>;
}

function textOf(row: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(row, key) ? row[key] : null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  throw new FieldProblem(`${quote(key)} is neither a text nor a number`);
}
