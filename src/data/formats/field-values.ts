import { quote } from './malformed.ts';

/** What is wrong with a field, in the words of a sentence about its line. */
export class FieldProblem extends Error {}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A rating as it is written: decimal point or comma, exponents. Throws a FieldProblem for what is no number, negative or beyond a 32-bit one. */
export function toRating(text: string): number {
  const written = text.trim();
  if (written === '') throw new FieldProblem('the rating is empty');
  const number = Number(/^\d+,\d+$/.test(written) ? written.replace(',', '.') : written);
  if (!NUMBER.test(written.replace(',', '.')) || Number.isNaN(number)) {
    throw new FieldProblem(`the rating ${quote(written)} is not a number`);
  }
  return checkRating(number);
}

/** As a 32-bit number. */
export function checkRating(number: number): number {
  if (number < 0) throw new FieldProblem('the rating is negative');
  const stored = Math.fround(number);
  if (stored === Number.POSITIVE_INFINITY) throw new FieldProblem('the rating is too large');
  return stored;
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/;
const UINT32 = 2 ** 32;

/**
 * Seconds since 1970-01-01 UTC of a number (seconds or milliseconds) or an ISO date (UTC where it names no zone); null where the
 * field is empty. Throws a FieldProblem for anything else.
 */
export function toSeconds(text: string): number | null {
  const written = text.trim();
  if (written === '') return null;
  if (NUMBER.test(written)) return checkSeconds(Number(written));
  const [, day, time = '00:00', zone = 'Z'] = DATE.exec(written) ?? [];
  const milliseconds = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(milliseconds))
    throw new FieldProblem(`${quote(written)} is no time: neither seconds nor a date like 2001-12-31`);
  return inRange(milliseconds / 1000);
}

/** Of seconds or milliseconds, whole seconds. Throws a FieldProblem outside 1970 … 2106. */
export function checkSeconds(number: number): number {
  return inRange(number < UINT32 ? number : number / 1000);
}

function inRange(seconds: number): number {
  if (seconds < 0) throw new FieldProblem('the time is before 1970');
  if (seconds >= UINT32) throw new FieldProblem('the time is after the year 2106');
  return Math.floor(seconds);
}
