import type { TimeFormat } from '../../core/table-format.ts';
import { isMissing } from './missing.ts';
import { toSeconds } from './times.ts';

const NUMBERS: readonly (readonly [TimeFormat, RegExp, number, number])[] = [
  ['yyyymmdd', /^\d{8}(\.0)?$/, 19_000_101, 21_001_231],
  ['yyyymmddhhmmss', /^\d{14}$/, 19e12, 21.1e12],
  ['year', /^\d{4}(\.0)?$/, 1900, 2100],
  // 1980 … 2050: sooner or later, numbers of that size are hardly ever days.
  ['excel', /^\d{5}(\.\d+)?$/, 29_221, 55_153],
];
const WRITTEN: readonly TimeFormat[] = ['plain', 'year-first', 'month-first', 'day-first', 'words'];

export interface GuessedTime {
  readonly format: TimeFormat;
  /** An example that could as well be read with day and month the other way round; null where none could. */
  readonly either: string | null;
}

/** How the times of a column are written, by some of them: the format that reads most; `none` where no format reads half of them. */
export function guessTime(column: readonly string[]): GuessedTime {
  const values = column.map((text) => text.trim()).filter((text) => !isMissing(text));
  if (values.length === 0) return { format: 'plain', either: null };
  for (const [format, shape, least, most] of NUMBERS) {
    const fits = (text: string): boolean => shape.test(text) && Number(text) >= least && Number(text) <= most;
    if (values.every((text) => fits(text) && (format === 'excel' || isDay(text, format)))) return { format, either: null };
  }
  const counts = WRITTEN.map((format) => values.filter((text) => toSeconds(text, format) !== null).length);
  const most = Math.max(...counts);
  if (most * 2 < values.length || most === 0) return { format: 'none', either: null };
  const [, , month = 0, day = 0] = counts;
  const isEither = month === most && day === most;
  const isDotted = /^\d{1,2}[.-]/.test(values[0] as string);
  const format = isEither && isDotted ? 'day-first' : (WRITTEN[counts.indexOf(most)] as TimeFormat);
  return { format, either: isEither ? (values[0] as string) : null };
}

/** Bare years and days before 1970 are dates as well. */
const isDay = (text: string, format: TimeFormat): boolean =>
  format === 'year' || toSeconds(text.replace(/^(19[0-6]\d)/, '1972'), format) !== null;
