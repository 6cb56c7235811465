import type { TimeFormat } from '../../core/table-format.ts';

const UINT32 = 2 ** 32;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;
const CLOCK = String.raw`(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?([ap]\.?m\.?)?)?`;
const PARTS = new RegExp(String.raw`^(\d{1,4})[/.\- ](\d{1,2})[/.\- ,]+(\d{1,4})${CLOCK}$`, 'i');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i;
const DAY_SECONDS = 86_400;
/** 1970-01-01 in days since 1900, as Excel counts them. */
const EXCEL_1970 = 25_569;

/** Whole seconds of 1970 … 2106; null outside, and for what is no number. */
function inRange(seconds: number): number | null {
  return seconds >= 0 && seconds < UINT32 ? Math.floor(seconds) : null;
}

/** Of seconds, milliseconds, microseconds or nanoseconds, by their size; null before 1970 and after 2106. */
export function secondsOf(number: number): number | null {
  if (number < UINT32) return inRange(number);
  if (number < UINT32 * 1e3) return inRange(number / 1e3);
  return inRange(number < UINT32 * 1e6 ? number / 1e6 : number / 1e9);
}

/** Seconds since 1970-01-01 UTC; null where nothing, or no time of that format, stands there. Times without a zone are UTC. */
export function toSeconds(text: string, format: TimeFormat = 'plain'): number | null {
  const written = text.trim();
  switch (format) {
    case 'none':
      return null;
    case 'plain':
      return NUMBER.test(written) ? secondsOf(Number(written)) : isoSeconds(written);
    case 'yyyymmdd':
    case 'yyyymmddhhmmss':
      return compactSeconds(written);
    case 'year':
      return /^\d{4}(\.0)?$/.test(written) ? ofDate(Number(written), 1, 1) : null;
    case 'excel':
      return NUMBER.test(written) ? inRange(Math.round((Number(written) - EXCEL_1970) * DAY_SECONDS)) : null;
    case 'words':
      return wordSeconds(written);
    default:
      return partSeconds(written, format);
  }
}

function isoSeconds(written: string): number | null {
  const [, day = '', time = '00:00', zone = 'Z'] = ISO.exec(written) ?? [];
  // Date.parse takes 30 February for 2 March.
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (ofDate(year, month, date) === null) return null;
  return inRange(Date.parse(`${day}T${time.replace(',', '.')}${zone === 'UTC' ? 'Z' : zone}`) / 1000);
}

function compactSeconds(written: string): number | null {
  const [, year, month, day, hour = 0, minute = 0, second = 0] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)?)?)?(?:\.0)?$/.exec(written) ?? [];
  const date = ofDate(Number(year), Number(month), Number(day));
  const clock = clockSeconds(Number(hour), Number(minute), Number(second));
  return date === null || clock === null ? null : inRange(date + clock);
}

function partSeconds(written: string, format: 'month-first' | 'day-first' | 'year-first'): number | null {
  const match = PARTS.exec(written);
  if (!match) return null;
  const [a, b, c] = match.slice(1, 4).map(Number) as [number, number, number];
  const isLongFirst = (match[1] as string).length > 2;
  if (isLongFirst !== (format === 'year-first')) return null;
  const [year, month, day] = format === 'year-first' ? [a, b, c] : format === 'month-first' ? [c, a, b] : [c, b, a];
  const date = ofDate(fullYear(year), month, day);
  const clock = clockOf(match[4], match[5], match[6], match[7]);
  return date === null || clock === null ? null : inRange(date + clock);
}

const ZONE = /(?<=[ \d]:\d\d(?::\d\d)?(?:\.\d+)? ?|[ap]\.?m\.? ?)(?:GMT|UTC)? ?([+-])(\d\d):?(\d\d)/i;

/** A date with the name of a month, in any order: the year has four digits, or comes last. */
function wordSeconds(written: string): number | null {
  const name = MONTH_NAME.exec(written)?.[1];
  const [zone = '', sign, zoneHours, zoneMinutes] = ZONE.exec(written) ?? [];
  const [clock = '', hour, minute, second, half] = /(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?([ap]\.?m\.?)?/i.exec(written) ?? [];
  const numbers = written.replace(zone, ' ').replace(clock, ' ').match(/\d+/g) ?? [];
  const year = numbers.find((number) => number.length === 4) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const day = numbers.find((number) => number !== year && number.length < 3) ?? (numbers[0] === year ? numbers[1] : numbers[0]);
  if (name === undefined || year === undefined || day === undefined || numbers.length > 2) return null;
  const date = ofDate(fullYear(Number(year)), MONTHS.indexOf(name.toLowerCase()) + 1, Number(day));
  const seconds = clockOf(hour, minute, second, half);
  const ahead = (sign === '-' ? -1 : 1) * (Number(zoneHours ?? 0) * 3600 + Number(zoneMinutes ?? 0) * 60);
  return date === null || seconds === null ? null : inRange(date + seconds - ahead);
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year);

function clockOf(hour = '0', minute = '0', second = '0', half?: string): number | null {
  const isLate = half?.toLowerCase().startsWith('p');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
  return clockSeconds(hours, Number(minute), Number(second));
}

const clockSeconds = (hour: number, minute: number, second: number): number | null =>
  hour < 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : null;

/** Null where there is no such day. */
function ofDate(year: number, month: number, day: number): number | null {
  const milliseconds = Date.UTC(year, month - 1, day);
  const date = new Date(milliseconds);
  const isDay = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? milliseconds / 1000 : null;
}
