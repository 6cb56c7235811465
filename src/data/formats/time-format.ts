import type { TimeFormat } from '../../core/table-format.ts';
import { isMissing } from './missing.ts';
import { toSeconds } from './times.ts';

interface NumberFormat {
  readonly format: TimeFormat;
  readonly shape: RegExp;
  readonly least: number;
  readonly most: number;
  /** So many numbers must look like it. */
  readonly fewest: number;
}

const NUMBERS: readonly NumberFormat[] = [
  { format: 'yyyymmdd', shape: /^\d{8}(\.0)?$/, least: 19_000_101, most: 21_001_231, fewest: 1 },
  { format: 'yyyymmddhhmmss', shape: /^\d{14}(\.0)?$/, least: 19e12, most: 21.1e12, fewest: 1 },
  // As milliseconds they would be of 1976, as seconds of the years after 2030.
  { format: 'yyyymmddhhmmss', shape: /^\d{12}(\.0)?$/, least: 19e10, most: 21.1e10, fewest: 1 },
  { format: 'yyyymmddhhmmss', shape: /^\d{10}(\.0)?$/, least: 19e8, most: 21.1e8, fewest: 3 },
  { format: 'year', shape: /^\d{4}(\.0)?$/, least: 1900, most: 2100, fewest: 1 },
  // 1980 … 2050: sooner or later, numbers of that size are hardly ever days.
  { format: 'excel', shape: /^\d{5}(\.\d+)?$/, least: 29_221, most: 55_153, fewest: 1 },
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
  for (const { format, shape, least, most, fewest } of NUMBERS) {
    const fits = (text: string): boolean => shape.test(text) && Number(text) >= least && Number(text) <= most;
    if (values.length >= fewest && values.every((text) => fits(text) && (format === 'excel' || isDay(text, format))))
      return { format, either: null };
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
