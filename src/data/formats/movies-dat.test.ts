import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { parseMoviesDat } from './movies-dat.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array) => parseMoviesDat(bytes, 'movies.dat');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

const movie = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  title: fc
    .string({ unit: fc.constantFrom(...'abcXYZ ,"\'é³ñ()0129-') })
    .map((text) => text.trim())
    .filter((text) => !/\(\d{4}\)$/.test(text)),
  year: fc.option(fc.integer({ min: 1000, max: 9999 })),
  genres: fc.uniqueArray(fc.constantFrom('Action', 'Film-Noir', "Children's", 'Sci-Fi')),
});

test('what is written is read back equal, as UTF-8 and as Latin-1, with LF or CRLF', () => {
  fc.assert(
    fc.property(fc.array(movie), fc.constantFrom('\n', '\r\n'), fc.constantFrom(utf8, latin1), (movies, end, encode) => {
      const lines = movies.map(({ id, title, year, genres }) => {
        return `${id}::${year === null ? title : `${title} (${year})`}::${genres.join('|')}${end}`;
      });
      // Latin-1 is told from UTF-8 by bytes that are none: these are, whatever stands before them.
      const last = { id: 1, title: 'Misérables', year: 1995, genres: ['Drama'] };
      const bytes = encode([...lines, `1::Misérables (1995)::Drama${end}`].join(''));
      expect(parse(bytes)).toEqual([...movies, last]);
    }),
    { numRuns: 1000 },
  );
});

test('reads MovieLens 1M in Latin-1 and 10M in UTF-8', () => {
  const expected = [{ id: 73, title: 'Misérables, Les', year: 1995, genres: ['Drama', 'Musical'] }];
  expect(parse(latin1('73::Misérables, Les (1995)::Drama|Musical\n'))).toEqual(expected);
  expect(parse(utf8('73::Misérables, Les (1995)::Drama|Musical\n'))).toEqual(expected);
});

test('titles may hold single colons; no genres are no genres; nothing is no movies', () => {
  expect(parse(utf8('1::2001: A Space Odyssey (1968)::(no genres listed)\n\n2::B::'))).toEqual([
    { id: 1, title: '2001: A Space Odyssey', year: 1968, genres: [] },
    { id: 2, title: 'B', year: null, genres: [] },
  ]);
  expect(parse(utf8(''))).toEqual([]);
});

describe('malformed files say where they are and what to do', () => {
  test.each([
    [2, 'there are 2 fields between “::”, not 3', '1::A::B\n2::A'],
    [1, 'there are 4 fields between “::”, not 3', '1::A::B::C'],
    [3, '“x” is not a movie id', '1::A::B\n\nx::A::B'],
    [1, '“” is not a movie id', '::A::B'],
    [1, '“2147483648” is not a movie id', '2147483648::A::B'],
  ])('line %d: %s', (line, problem, text) => {
    const error = thrownBy(() => parse(utf8(text)));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({ code: 'data-malformed', message: `movies.dat, line ${line}: ${problem}.` });
  });
});

test('any bytes are read into usable movies or refused, never anything else', () => {
  const survives = (bytes: Uint8Array): void => {
    const error = thrownBy(() => {
      expect(parse(bytes).every(({ id }) => Number.isInteger(id) && Number(id) >= 0 && Number(id) < 2 ** 31)).toBe(true);
    });
    if (error !== undefined && !(error instanceof LabError)) throw error;
  };
  const nearly = fc.string({ unit: fc.constantFrom(...'019::\n\r|( )é'), maxLength: 40 }).map(latin1);
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), nearly), survives), { numRuns: 20_000 });
});
