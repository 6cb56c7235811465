import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { parseMoviesCsv } from './movies-csv.ts';

const HEADER = 'movieId,title,genres';
const parse = (text: string) => parseMoviesCsv(new TextEncoder().encode(text), 'movies.csv');

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const title = fc
  .string({ unit: fc.constantFrom(...'abcXYZ ,"\'é:()日0129\n') })
  .map((text) => text.trim())
  .filter((text) => !/\(\d{4}\)$/.test(text));

const movie = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  title,
  year: fc.option(fc.integer({ min: 1000, max: 9999 })),
  genres: fc.uniqueArray(fc.constantFrom('Action', 'Film-Noir', "Children's", 'Sci-Fi', 'IMAX')),
});

test('what is written is read back equal, in any column order, with LF or CRLF', () => {
  const order = fc.shuffledSubarray(['movieId', 'title', 'genres'] as const, { minLength: 3 });
  fc.assert(
    fc.property(fc.array(movie), order, fc.constantFrom('\n', '\r\n'), (movies, order, end) => {
      const lines = movies.map(({ id, title, year, genres }) => {
        const fields = {
          movieId: String(id),
          title: quote(year === null ? title : `${title} (${year})`),
          genres: genres.join('|') || '(no genres listed)',
        };
        return order.map((name) => fields[name]).join(',');
      });
      expect(parse([order.join(','), ...lines].join(end))).toEqual(movies);
    }),
    { numRuns: 1000 },
  );
});

test('no genres are no genres', () => {
  expect(parse(`${HEADER}\n1,A,(no genres listed)\n2,B,\n3,C,Drama`).map(({ genres }) => genres)).toEqual([[], [], ['Drama']]);
});

test('a byte order mark before the header is no part of it', () => {
  expect(parse(`\uFEFF${HEADER}\n1,A,B`)).toHaveLength(1);
});

test('ids that are no plain numbers are texts', () => {
  const ids = ['x', '1.5', '007', '99999999999', '-1'];
  expect(parse(`${HEADER}\n${ids.map((id) => `${id},Heat,Action`).join('\n')}`).map(({ id }) => id)).toEqual(ids);
});

describe('malformed files say where they are and what to do', () => {
  test.each([
    [1, 'the file is empty', ''],
    [1, 'the file is empty', '\n\n'],
    [1, 'the header has no column “title”', 'movieId,name,genres\n'],
    [2, 'the movie id is empty', `${HEADER}\n,Heat,Action`],
    [2, 'the movie id is longer than 200 letters', `${HEADER}\n${'z'.repeat(201)},Heat,Action`],
    [2, 'there are 2 fields, not 3', `${HEADER}\n1,Heat`],
    [2, 'there are 4 fields, not 3', `${HEADER}\n1,Oh, Heat,Action`],
    [4, 'a quote is never closed', `${HEADER}\n1,"two\nlines",Action\n2,"Heat,Action`],
  ])('line %d: %s', (line, problem, text) => {
    const error = thrownBy(() => parse(text));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-malformed',
      message: `movies.csv, line ${line}: ${problem}.`,
      remedy: 'Mend that line, or use another copy of the data.',
    });
  });
});

describe('any bytes are read into usable movies or refused, never anything else', () => {
  const survives = (bytes: Uint8Array): void => {
    const error = thrownBy(() => {
      const movies = parseMoviesCsv(bytes, 'movies.csv');
      expect(movies.every(({ id }) => (typeof id === 'number' ? id >= 0 && id < 2 ** 31 : id.length > 0))).toBe(true);
    });
    if (error !== undefined && !(error instanceof LabError)) throw error;
  };
  const body = fc.string({ unit: fc.constantFrom(...'019,,\n\r""a|( )é'), maxLength: 40 });

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), survives), { numRuns: 5_000 });
  });

  test('nearly right files', () => {
    const bytes = body.map((text) => new TextEncoder().encode(`${HEADER}\n${text}`));
    fc.assert(fc.property(bytes, survives), { numRuns: 20_000 });
  });
});
