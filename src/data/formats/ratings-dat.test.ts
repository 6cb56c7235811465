import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { parseRatingsDat } from './ratings-dat.ts';

const parse = (text: string) => parseRatingsDat(new TextEncoder().encode(text), 'ratings.dat');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

const id = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const row = fc.tuple(id, id, fc.constantFrom('0.5', '1', '2.5', '4', '5'), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

test('what is written is read back equal, with LF or CRLF, with blank lines', () => {
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (rows, end, last, blank) => {
      const lines = rows.map((fields) => fields.join('::'));
      const columns = parse((blank ? ['', ...lines, ''] : lines).join(end) + (last ? end : ''));
      expect([...columns.users]).toEqual(rows.map(([user]) => user));
      expect([...columns.movies]).toEqual(rows.map(([, movie]) => movie));
      expect([...columns.stars]).toEqual(rows.map(([, , stars]) => Number(stars)));
      expect([...(columns.timestamps ?? [])]).toEqual(rows.map(([, , , time]) => time));
    }),
    { numRuns: 1000 },
  );
});

test('reads the first lines of MovieLens 1M and of 10M', () => {
  expect(parse('1::1193::5::978300760\n1::661::3::978302109\n')).toEqual({
    users: Int32Array.of(1, 1),
    movies: Int32Array.of(1193, 661),
    stars: Float32Array.of(5, 3),
    timestamps: Uint32Array.of(978300760, 978302109),
  });
  expect([...parse('1::122::5::838985046\n139::260::3.5::1092515567\n').stars]).toEqual([5, 3.5]);
});

describe('malformed files say where they are and what to do', () => {
  test.each([
    [2, 'field 3 is not a number', '1::1::5::1\n1::1::x::1'],
    [1, 'a single “:” stands between two fields', '1::1:5::1'],
    [1, 'field 2 is empty', '1::::5::1'],
    [1, 'field 4 is empty', '1::1::5::'],
    [1, 'field 1 is empty', ':::1::5::1'],
    [1, 'there are 3 fields, not 4', '1::1::5'],
    [3, 'there are 5 fields, not 4', '\n1::1::5::1\n1::1::5::1::9'],
    [1, 'a single “:” stands between two fields', '1::1::5::1:'],
    [1, 'field 1 is not a number', 'UserID::MovieID::Rating::Timestamp\n'],
    [1, 'the movie id is not a whole number up to 2147483647', '1::2147483648::5::1'],
    [1, 'the rating is not above 0', '1::1::0::1'],
  ])('line %d: %s', (line, problem, text) => {
    const error = thrownBy(() => parse(text));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-malformed',
      message: `ratings.dat, line ${line}: ${problem}.`,
      remedy: 'Mend that line, or use another copy of the data.',
    });
  });
});

describe('any bytes are read into usable ratings or refused, never anything else', () => {
  const survives = (bytes: Uint8Array): void => {
    const error = thrownBy(() => {
      const { users, movies, stars, timestamps } = parseRatingsDat(bytes, 'ratings.dat');
      expect(new Set([users.length, movies.length, stars.length, timestamps?.length]).size).toBe(1);
      expect(users.every((user) => user >= 0) && movies.every((movie) => movie >= 0)).toBe(true);
      expect(stars.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)).toBe(true);
      expect(timestamps?.every(Number.isFinite)).toBe(true);
    });
    if (error !== undefined && !(error instanceof LabError)) throw error;
  };
  const body = fc.string({ unit: fc.constantFrom(...'0123456789.::::\n\n\r-eE \0é'), maxLength: 60 });

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), survives), { numRuns: 10_000 });
  });

  test('nearly right files', () => {
    fc.assert(
      fc.property(
        body.map((text) => new TextEncoder().encode(text)),
        survives,
      ),
      { numRuns: 20_000 },
    );
  });
});
