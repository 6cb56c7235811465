import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { parseRatingsCsv } from './ratings-csv.ts';

const COLUMNS = ['userId', 'movieId', 'rating', 'timestamp'] as const;
const HEADER = COLUMNS.join(',');
const parse = (text: string) => parseRatingsCsv(new TextEncoder().encode(text), 'ratings.csv');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

const id = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const row = fc.record({
  userId: id,
  movieId: id,
  // With and without decimals, as real files have it.
  rating: fc.constantFrom('0.5', '1', '1.0', '2.5', '3.50', '4', '5.0', '.5', '5.'),
  timestamp: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

test('what is written is read back equal, in any column order, with LF or CRLF, blank lines and other columns between', () => {
  const order = fc.shuffledSubarray([...COLUMNS, 'weight' as const], { minLength: 5 });
  const end = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(row), order, end, fc.boolean(), fc.boolean(), (rows, order, end, last, blank) => {
      const lines = rows.map((row) => order.map((name) => (name === 'weight' ? '7.25' : row[name])).join(','));
      const text = [order.join(','), ...(blank ? ['', ...lines, ''] : lines)].join(end) + (last ? end : '');
      const columns = parse(text);
      expect([...columns.users]).toEqual(rows.map(({ userId }) => userId));
      expect([...columns.movies]).toEqual(rows.map(({ movieId }) => movieId));
      expect([...columns.stars]).toEqual(rows.map(({ rating }) => Number(rating)));
      expect([...(columns.timestamps ?? [])]).toEqual(rows.map(({ timestamp }) => timestamp));
    }),
    { numRuns: 1000 },
  );
});

test('a decimal is read as exactly as JavaScript reads it', () => {
  const digits = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 999_999 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(digits, ([whole, fraction, places]) => {
      const text = `${whole}.${String(fraction).padStart(places, '0')}`;
      fc.pre(Number(text) > 0);
      expect(parse(`${HEADER}\n1,1,${text},0\n`).stars[0]).toBe(Math.fround(Number(text)));
    }),
    { numRuns: 1000 },
  );
});

test('a byte order mark before the header is no part of it', () => {
  expect(parse(`\uFEFF${HEADER}\r\n1,2,3,4`).users[0]).toBe(1);
});

test('a header without ratings is no error', () => {
  for (const text of [HEADER, `${HEADER}\n`, `${HEADER}\r\n\r\n`]) expect(parse(text).users.length).toBe(0);
});

describe('malformed files say where they are and what to do', () => {
  test.each([
    [1, 'the header has no column “userId”', ''],
    [1, 'the header has no column “rating”', 'userId,movieId,stars,timestamp\n1,1,1,1'],
    [1, 'the header has no column “userId”', 'userId;movieId;rating;timestamp\n'],
    [3, 'field 2 is not a number', `${HEADER}\n1,1,1,1\n1,x,1,1`],
    [2, 'field 1 is not a number', `${HEADER}\n-1,1,1,1`],
    [2, 'field 3 is not a number', `${HEADER}\n1,1,1.2.3,1`],
    [2, 'field 3 is not a number', `${HEADER}\n1,1,1e2,1`],
    [2, 'field 3 is not a number', `${HEADER}\n1,1,"1",1`],
    [2, 'field 2 is not a number', `${HEADER}\n1, 1,1,1`],
    [2, 'field 2 is not a number', `${HEADER}\n1,1\r,1,1`],
    [2, 'field 2 is empty', `${HEADER}\n1,,1,1`],
    [2, 'field 3 is empty', `${HEADER}\n1,1,.,1`],
    [2, 'field 4 is empty', `${HEADER}\n1,1,1,\n`],
    [2, 'there are 3 fields, not 4', `${HEADER}\n1,1,1`],
    [4, 'there are 5 fields, not 4', `${HEADER}\n\r\n\n1,1,1,1,1`],
    [2, 'the user id is not a whole number up to 2147483647', `${HEADER}\n1.5,1,1,1`],
    [2, 'the movie id is not a whole number up to 2147483647', `${HEADER}\n1,2147483648,1,1`],
    [2, 'the rating is not above 0', `${HEADER}\n1,1,0,1`],
    [2, 'the rating is not above 0', `${HEADER}\n1,1,0.0,1`],
    [2, 'the rating is not above 0', `${HEADER}\n1,1,0.${'0'.repeat(60)}1,1`],
    [2, 'the rating is too large', `${HEADER}\n1,1,${'9'.repeat(60)},1`],
    [2, 'field 3 is too long', `${HEADER}\n1,1,${'9'.repeat(400)},1`],
    [2, 'field 4 is too long', `${HEADER}\n1,1,1,${'9'.repeat(400)}`],
    [2, 'field 3 is too long', `${HEADER}\n1,1,1.${'0'.repeat(400)},1`],
  ])('line %d: %s', (line, problem, text) => {
    const error = thrownBy(() => parse(text));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-malformed',
      message: `ratings.csv, line ${line}: ${problem}.`,
      remedy: 'Mend that line, or use another copy of the data.',
    });
  });
});

describe('any bytes are read into usable ratings or refused, never anything else', () => {
  const survives = (bytes: Uint8Array): void => {
    try {
      const { users, movies, stars, timestamps } = parseRatingsCsv(bytes, 'ratings.csv');
      expect(new Set([users.length, movies.length, stars.length, timestamps?.length]).size).toBe(1);
      expect(users.every((id) => id >= 0) && movies.every((id) => id >= 0)).toBe(true);
      expect(stars.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)).toBe(true);
      expect(timestamps?.every(Number.isFinite)).toBe(true);
    } catch (thrown) {
      if (!(thrown instanceof LabError)) throw thrown;
      expect(thrown.code).toBe('data-malformed');
    }
  };
  const body = fc.string({ unit: fc.constantFrom(...'0123456789.,,,\n\n\r"-eE \0é'), maxLength: 60 });

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), survives), { numRuns: 10_000 });
  });

  test('nearly right files', () => {
    const bytes = body.map((text) => new TextEncoder().encode(`${HEADER}\n${text}`));
    fc.assert(fc.property(bytes, survives), { numRuns: 20_000 });
  });

  test('a right file with one byte changed', () => {
    const file = new TextEncoder().encode(`${HEADER}\r\n1,31,2.5,1260759144\r\n1,1029,3.0,1260759179\r\n`);
    const change = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(change, ([at, byte]) => survives(file.with(at, byte))),
      { numRuns: 10_000 },
    );
  });
});
