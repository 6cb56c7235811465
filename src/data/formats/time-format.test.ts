import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimeFormat } from '../../core/table-format.ts';
import { guessTime } from './time-format.ts';
import { toSeconds } from './times.ts';

const DAY = 86_400;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');

interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly days: number;
}

/** Days since 1970, from 1980 to 2035. */
const day = fc.integer({ min: 3653, max: 24_106 }).map((days): Day => {
  const date = new Date(days * DAY * 1000);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate(), days };
});

const WAYS: Readonly<Record<string, readonly [TimeFormat, (day: Day) => string]>> = {
  'an ISO date': ['plain', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
  seconds: ['plain', ({ days }) => String(days * DAY)],
  milliseconds: ['plain', ({ days }) => String(days * DAY * 1e3)],
  microseconds: ['plain', ({ days }) => String(days * DAY * 1e6)],
  nanoseconds: ['plain', ({ days }) => `${days * DAY}000000000`],
  'one number': ['yyyymmdd', ({ y, m, d }) => `${y}${two(m)}${two(d)}`],
  'one number with the time of day': ['yyyymmddhhmmss', ({ y, m, d }) => `${y}${two(m)}${two(d)}000000`],
  'Excel’s days': ['excel', ({ days }) => String(days + 25_569)],
  'month first': ['month-first', ({ y, m, d }) => `${m}/${d}/${y}`],
  'month first, with the time of day': ['month-first', ({ y, m, d }) => `${m}/${d}/${y} 12:00:00 AM`],
  'day first': ['day-first', ({ y, m, d }) => `${two(d)}.${two(m)}.${y} 00:00`],
  'year first': ['year-first', ({ y, m, d }) => `${y}/${m}/${d}`],
  'the name of the month': ['words', ({ y, m, d }) => `${MONTHS[m - 1]} ${d}, ${y}`],
  'as Twitter writes it': ['words', ({ y, m, d }) => `Fri ${MONTHS[m - 1]} ${two(d)} 00:00:00 +0000 ${y}`],
};

test.each(Object.entries(WAYS))('%s is told from a column of them, and read', (_, [format, write]) => {
  // A day beyond the twelfth says which number is the month.
  const column = fc
    .tuple(
      day.filter(({ d }) => d > 12),
      fc.array(day, { maxLength: 20 }),
    )
    .map(([first, others]) => [first, ...others]);
  fc.assert(
    fc.property(column, (days) => {
      const texts = days.map(write);
      expect(guessTime(texts)).toEqual({ format, either: null });
      expect(texts.map((text) => toSeconds(text, format))).toEqual(days.map(({ days }) => days * DAY));
    }),
  );
});

test.each([
  ['01/02/2020', 'month-first', '01/02/2020'],
  ['01.02.2020', 'day-first', '01.02.2020'],
  ['soon', 'none', null],
  ['NA', 'plain', null],
  ['1999', 'year', null],
])('of “%s” alone the format is %s', (text, format, either) => {
  expect(guessTime([text])).toEqual({ format, either });
});

test.each<readonly [TimeFormat, string]>([
  ['plain', '2001-02-30'],
  ['plain', '-5'],
  ['plain', '1e30'],
  ['yyyymmdd', '20011301'],
  ['month-first', '31/12/2001'],
  ['day-first', '12/31/2001'],
  ['year-first', '12/31/2001'],
  ['words', 'May 2001'],
  ['none', '978300760'],
])('as %s “%s” is no time', (format, text) => {
  expect(toSeconds(text, format)).toBeNull();
});

test('any text is a time or none', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'0123456789/-.: APMJanT'), maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      const { format } = guessTime(texts);
      for (const seconds of texts.map((text) => toSeconds(text, format))) {
        if (seconds !== null) expect(Number.isInteger(seconds) && seconds >= 0 && seconds < 2 ** 32).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
