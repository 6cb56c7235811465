import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { parseTitles, titleColumns } from './titles-table.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string, idName?: string) => parseTitles(encode(text), 'books.csv', idName);

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const title = fc
  .string({ unit: fc.constantFrom(...'abcXYZ ,;|"\'é:()日0129\n') })
  .map((text) => `T${text.trim()}`)
  .filter((text) => !/\(\d{4}\)$/.test(text));
const movie = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  title,
  year: fc.option(fc.integer({ min: 1000, max: 9999 })),
  genres: fc.uniqueArray(fc.constantFrom('Action', 'Film-Noir', "Children's", 'Sci-Fi', 'IMAX')),
});

test('what is written is read back equal, in any column order, with any names, separator and line ends', () => {
  const names = fc.record({
    id: fc.constantFrom('movieId', 'book_id', 'ISBN', 'anime_id', 'id', 'item_id:token'),
    title: fc.constantFrom('title', 'Book-Title', 'name', 'movie_title:token_seq'),
    genres: fc.constantFrom('genres', 'genre', 'Category'),
  });
  const order = fc.shuffledSubarray(['id', 'title', 'genres'] as const, { minLength: 3 });
  const written = fc.tuple(
    fc.array(movie, { minLength: 1 }),
    names,
    order,
    fc.constantFrom(',', ';'),
    fc.constantFrom('\n', '\r\n'),
  );
  fc.assert(
    fc.property(written, ([movies, names, order, separator, end]) => {
      const lines = movies.map(({ id, title, year, genres }) => {
        const fields = { id: String(id), title: quote(year === null ? title : `${title} (${year})`), genres: genres.join('|') };
        return order.map((name) => fields[name]).join(separator);
      });
      const { records, faulty } = parse([order.map((name) => names[name]).join(separator), ...lines].join(end));
      expect([records, faulty]).toEqual([movies, []]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['Drama|War', ['Drama', 'War']],
  ['Drama, War', ['Drama', 'War']],
  ["['Drama', 'War']", ['Drama', 'War']],
  ['(no genres listed)', []],
  ['', []],
])('genres written as “%s”', (written, genres) => {
  expect(parse(`movieId,title,genres\n1,Heat,"${written}"\n`).records).toMatchObject([{ genres }]);
});

test('the year comes from the title, else from a column of years', () => {
  const { records } = parse('id;title;year\n1;Heat (1995);2001\n2;Casino;1995.0\n3;Alien;0\n');
  expect(records.map(({ year }) => year)).toEqual([1995, 1995, null]);
});

test('the id is what the ratings call it, where several could be', () => {
  const columns = ['id', 'book_id', 'goodreads_book_id', 'title'];
  expect([titleColumns(columns)?.item, titleColumns(columns, 'goodreads_book_id')?.item]).toEqual([1, 2]);
});

test('lines that do not fit are left out and told', () => {
  const { records, faulty } = parse('movieId,title,genres\n1,Heat,Crime\n2,Oh, dear,Drama\n,None,\n3,Alien,Horror\n');
  expect(records.map(({ id }) => id)).toEqual([1, 3]);
  expect(faulty).toEqual(['Line 3: 2 Oh  dear Drama', 'Line 4:  None ']);
});

describe('any bytes are read into usable titles or refused, never anything else', () => {
  const survives = (bytes: Uint8Array): void => {
    try {
      const { records } = parseTitles(bytes, 'books.csv');
      expect(records.every(({ id }) => (typeof id === 'number' ? id >= 0 && id < 2 ** 31 : id.length > 0))).toBe(true);
    } catch (thrown) {
      if (!(thrown instanceof LabError)) throw thrown;
    }
  };

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), survives), { numRuns: 3000 });
  });

  test('nearly right files', () => {
    const body = fc.string({ unit: fc.constantFrom(...'019,,\n\r""a|( )é\\;'), maxLength: 40 });
    fc.assert(
      fc.property(
        body.map((text) => encode(`movieId,title,genres\n${text}`)),
        survives,
      ),
      { numRuns: 5000 },
    );
  });
});
