import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { buildRatings } from '../join-ratings.ts';
import { movieStatistics } from '../movie-statistics.ts';
import { finish } from '../slices.ts';
import { dataTables } from './data-tables.ts';
import { describe } from './describe.ts';
import type { CellValue, TableName } from './table.ts';
import { createTablePages } from './table-pages.ts';

const TITLES = ['Heat', 'alien', '<b>Bold</b>', 'Heat', 'Zulu', 'Überfall', 'Postman, The (Postino, Il)'];
const rows = fc.array(
  fc.record({
    user: fc.integer({ min: 1, max: 9 }),
    movie: fc.nat({ max: 5 }),
    stars: fc.constantFrom(0.5, 3, 5),
    time: fc.nat(1e9),
  }),
  { minLength: 1, maxLength: 60 },
);
const serve = (given: { user: number; movie: number; stars: number; time: number }[]) => {
  const ratings = buildRatings(
    {
      users: Int32Array.from(given, ({ user }) => user),
      movies: Int32Array.from(given, ({ movie }) => movie),
      stars: Float32Array.from(given, ({ stars }) => stars),
      timestamps: Uint32Array.from(given, ({ time }) => time),
    },
    TITLES.map((title, id) => ({ id, title, year: id % 2 ? null : 1990 + id, genres: id % 2 ? ['Drama', 'War'] : [] })),
  );
  return createTablePages(dataTables(ratings, finish(movieStatistics(ratings))));
};

/** As the built-in, stable sort does it; texts without regard to case. */
function compare(a: CellValue | undefined, b: CellValue | undefined): number {
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value.toLowerCase() : (value ?? -1))) as [number, number];
  return x < y ? -1 : x > y ? 1 : 0;
}

test('sorts, searches and pages as one does with an array of rows', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom<TableName>('ratings', 'movies', 'users'),
      fc.nat({ max: 5 }),
      fc.boolean(),
      fc.constantFrom('', ' hEAt', 'b>', '3', 'nothing'),
      fc.nat({ max: 70 }),
      (given, table, at, descending, search, from) => {
        const pages = serve(given);
        const all = pages({ table, sort: null, search: '' }, 0, 500);
        const column = at % all.columns.length;
        const query = { table, sort: { column: all.columns[column]?.name as string, descending }, search };
        const searched = table === 'users' ? 0 : all.columns.findIndex(({ name }) => name === 'title');
        const expected = all.rows
          .filter((row) => String(row[searched]).toLowerCase().includes(search.trim().toLowerCase()))
          .toSorted((a, b) => compare(a[column], b[column]) * (descending ? -1 : 1));
        const page = pages(query, from, 7);
        expect(page.total).toBe(expected.length);
        expect(page.rows).toEqual(expected.slice(from, from + 7));
      },
    ),
    { numRuns: 400 },
  );
});

test('ratings are joined with their titles, which stay as they are', () => {
  const page = serve([{ user: 7, movie: 2, stars: 5, time: 100 }])({ table: 'ratings', sort: null, search: '' }, 0, 10);
  expect(page.rows).toEqual([[7, '<b>Bold</b>', 5, 100]]);
});

test('a title is shown as one reads it, and found as it is written too', () => {
  const pages = serve([{ user: 1, movie: 6, stars: 5, time: 1 }]);
  for (const search of ['postman, the', 'The Postman', 'postino, il', 'il postino'])
    expect(pages({ table: 'ratings', sort: null, search }, 0, 10).rows).toEqual([[1, 'The Postman (Il Postino)', 5, 1]]);
});

test('a page is never longer than what crosses the threads well, and a column that is not there sorts nothing', () => {
  const pages = serve(Array.from({ length: 900 }, (_, at) => ({ user: at, movie: 1, stars: 3, time: at })));
  expect(pages({ table: 'ratings', sort: { column: '__proto__', descending: true }, search: '' }, 0, 1e9).rows).toHaveLength(500);
  expect(pages({ table: 'ratings', sort: null, search: '' }, 899, 10).rows).toHaveLength(1);
});

group('describe', () => {
  test('says what pandas says', () => {
    // pd.Series([1, 2, 3, 4, 10]).describe()
    expect(describe('x', Float32Array.of(10, 2, 1, 4, 3))).toEqual({
      name: 'x',
      count: 5,
      mean: 4,
      std: expect.closeTo(3.5355339059327378, 10),
      min: 1,
      quartiles: [2, 3, 4],
      max: 10,
    });
    expect(describe('x', Int32Array.of(1, 2, 3, 4)).quartiles).toEqual([1.75, 2.5, 3.25]);
  });
});
