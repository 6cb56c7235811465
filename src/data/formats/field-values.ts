import { quote } from './malformed.ts';
import { isMissing } from './missing.ts';
import { plainNumber } from './number-text.ts';

/** What a row without a rating counts. */
export const EVENT = 1;

/** What is wrong with a field, in the words of a sentence about its line. */
export class FieldProblem extends Error {}

/** Nothing stands where the user, the movie or the rating should. */
export class MissingField extends FieldProblem {}

/** There is more than a tab has memory for. */
export class TooMuch extends Error {}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * A rating as it is written, with a decimal sign of its file; the other one of point and comma may group thousands. Throws a
 * FieldProblem for what is no number or beyond a 32-bit one, a MissingField where there is none.
 */
export function toRating(text: string, decimal: '.' | ',' = '.'): number {
  const written = text.trim();
  if (isMissing(written)) throw missing('the rating', written);
  const plain = withPoint(plainNumber(written), decimal);
  if (!NUMBER.test(plain)) throw new FieldProblem(`the rating ${quote(written)} is not a number`);
  return checkRating(Number(plain));
}

export const missing = (what: string, written: string): MissingField =>
  new MissingField(`${what} is ${written === '' ? 'empty' : quote(written)}`);

const GROUPED: Readonly<Record<'.' | ',', RegExp>> = {
  '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/,
  ',': /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/,
};

/** A decimal comma becomes a point, signs that group thousands go. What is neither stays as it is. */
function withPoint(written: string, decimal: '.' | ','): string {
  if (GROUPED[decimal].test(written)) {
    const ungrouped = written.replaceAll(decimal === '.' ? ',' : '.', '');
    return ungrouped.replace(',', '.');
  }
  return /^[+-]?\d*,\d+$/.test(written) ? written.replace(',', '.') : written;
}

/** The decimal sign of a column of numbers: a comma, unless all commas group thousands. */
export function decimalOf(column: readonly string[]): '.' | ',' {
  const commas = column.map(plainNumber).filter((text) => /^[+-]?[\d.]*,\d+$/.test(text));
  return commas.length > 0 && !commas.every((text) => GROUPED['.'].test(text)) ? ',' : '.';
}

/**
 * A number of a column that could be another with the other decimal sign, as 3,125 could: where its comma groups thousands, or, `isLocal` to where
 * commas are decimal signs, its point is one. Null where none could.
 */
export function ambiguousNumber(column: readonly string[], decimal: '.' | ',', isLocal: boolean): string | null {
  const signed = column.map(plainNumber).filter((text) => /[.,]/.test(text));
  if (decimal === ',' || signed.length === 0) return null;
  const isAmbiguous = isLocal ? /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/ : /^[+-]?[1-9]\d{0,2},\d{3}$/;
  return signed.every((text) => isAmbiguous.test(text)) ? (signed[0] as string) : null;
}

/** As a 32-bit number. */
export function checkRating(number: number): number {
  const stored = Math.fround(number);
  if (Math.abs(stored) === Number.POSITIVE_INFINITY) throw new FieldProblem('the rating is too large');
  return stored;
}
