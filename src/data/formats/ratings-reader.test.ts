import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import { detectLayout } from './detect.ts';
import type { Said } from './layout.ts';
import { type ParsedRatings, ratingBuilder } from './rating-builder.ts';
import { type ReadTable, ratingsReader } from './ratings-reader.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface ReadRatings extends ParsedRatings, ReadTable {}

interface ReadOptions {
  readonly size?: number;
  readonly file?: string;
  readonly mapping?: ColumnMapping;
  readonly format?: Said['format'];
}

/** Reads bytes in pieces of a size. */
function read(content: string | Uint8Array, { size = 7, file = 'x.csv', mapping, format }: ReadOptions = {}): ReadRatings {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const builder = ratingBuilder();
  const reader = ratingsReader({ file, size: bytes.length, said: { mapping, format }, detect: detectLayout }, builder);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return { ...reader.finish(), ...builder.finish() };
}

/** Ratings as they were written. */
function rowsOf({ columns: { users, movies, stars, timestamps, userLabels, movieLabels } }: ReadRatings) {
  return Array.from(stars, (value, at) => [
    userLabels ? userLabels[users[at] as number] : users[at],
    movieLabels ? movieLabels[movies[at] as number] : movies[at],
    value,
    timestamps?.[at] ?? null,
  ]);
}

function thrownBy(work: () => unknown): LabError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    throw thrown;
  }
  throw new Error('Nothing was thrown');
}

const id = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const stars = fc.integer({ min: 1, max: 10 }).map((half) => half / 2);
const time = fc.integer({ min: 900_000_000, max: 2 ** 32 - 1 });
const row = fc.tuple(id, id, stars, time);
const rows = fc.array(row, { minLength: 1, maxLength: 40 });
const pieceSize = fc.integer({ min: 1, max: 80 });
const lineEnd = fc.constantFrom('\n', '\r\n');
const text = fc
  .string({
    unit: fc.constantFrom('a', 'Z', '7', 'é', '雪', '🎬', '"', ',', ';', '|', ':', '<', ' '),
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => `n${letters.trim()}`);
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

describe('what is written is read back equal, in pieces of any size', () => {
  test('ratings.dat and u.data', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('::', '\t'), lineEnd, fc.boolean(), pieceSize, (rows, separator, end, last, size) => {
        const written = rows.map((fields) => fields.join(separator)).join(end) + (last ? end : '');
        expect(rowsOf(read(written, { size }))).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  test('CSV in any column order, quoted or not, with blank lines and other columns', () => {
    const order = fc.shuffledSubarray(['userId', 'movieId', 'rating', 'timestamp', 'weight'], { minLength: 5 });
    fc.assert(
      fc.property(rows, order, lineEnd, fc.boolean(), fc.boolean(), pieceSize, (rows, order, end, blank, inQuotes, size) => {
        const lines = rows.map(([userId, movieId, rating, timestamp]) => {
          const fields: Readonly<Record<string, unknown>> = { userId, movieId, rating, timestamp, weight: 7.25 };
          return order.map((name) => (inQuotes ? quoted(String(fields[name])) : fields[name])).join(',');
        });
        const written = [order.join(','), ...(blank ? ['', ...lines, ''] : lines)].join(end);
        expect(rowsOf(read(written, { size }))).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  test('own tables with texts for ids, and titles', () => {
    const own = fc.array(fc.tuple(text, text, stars, time), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(own, fc.constantFrom(',', ';', '\t'), lineEnd, pieceSize, (rows, separator, end, size) => {
        const lines = rows.map(([user, item, rating, at]) =>
          [quoted(user), quoted(item), rating, at, quoted(`T ${item}`)].join(separator),
        );
        const result = read([['user', 'item', 'rating', 'time', 'title'].join(separator), ...lines].join(end), { size });
        expect(rowsOf(result)).toEqual(rows);
        expect(new Map(result.records.map(({ id, title }) => [id, title]))).toEqual(
          new Map(rows.map(([, item]) => [item, `T ${item}`.trim()])),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('JSON lines with numbers or texts', () => {
    const either = fc.oneof(id, text);
    fc.assert(
      fc.property(fc.array(fc.tuple(either, either, stars, time), { minLength: 1 }), pieceSize, (rows, size) => {
        const lines = rows.map(([user, item, rating, timestamp]) => JSON.stringify({ user, item, rating, timestamp }));
        // Where one id is a text, all are.
        const asOne = (column: 0 | 1) => (rows.some((fields) => typeof fields[column] === 'string') ? String : Number);
        const [user, item] = [asOne(0), asOne(1)];
        expect(rowsOf(read(lines.join('\n'), { size }))).toEqual(rows.map(([u, i, ...rest]) => [user(u), item(i), ...rest]));
      }),
      { numRuns: 400 },
    );
  });
});

describe('ids', () => {
  test('turn into texts from the first that is none, the earlier ones with them', () => {
    const { columns } = read('user,item,rating\n7,1,4\n8,2,5\nanna,3,1\n7,4,2\n');
    expect([[...columns.users], columns.userLabels, columns.movieLabels]).toEqual([[0, 1, 2, 0], ['7', '8', 'anna'], undefined]);
  });

  test.each(['2147483648', '76561197960265728', '007', '1.5', '-3'])('%s is a text', (odd) => {
    expect(read(`user,item,rating\n${odd},1,4\n`).columns.userLabels).toEqual([odd]);
  });

  test('7.0 is 7: a column of whole numbers has been one of decimals on the way', () => {
    const { columns } = read('user,item,rating\n7,1.0,4\n7.0,1,5\n');
    expect([[...columns.users], [...columns.movies], columns.userLabels, columns.movieLabels]).toEqual([
      [7, 7],
      [1, 1],
      undefined,
      undefined,
    ]);
  });

  test('whole numbers in JSON keep all of their digits', () => {
    const row = (user: string) => `{"user":${user},"item":"a 12345678901234567890","rating":5}`;
    const ids = ['90000000000000001', '90000000000000002', '-90000000000000003'];
    const { columns } = read(ids.map(row).join('\n'));
    expect([columns.userLabels, columns.movieLabels]).toEqual([ids, ['a 12345678901234567890']]);
  });
});

describe('times', () => {
  test.each([
    ['978300760', 978300760],
    ['978300760000', 978300760],
    ['978300760.0', 978300760],
    ['2000-12-31', 978220800],
    ['2000-12-31 22:12:40', 978300760],
    ['2000-12-31T22:12:40Z', 978300760],
    ['2000-12-31T23:12:40+01:00', 978300760],
  ])('%s', (written, seconds) => {
    expect([...(read(`user,item,rating,time\n1,2,3,${written}\n`).columns.timestamps ?? [])]).toEqual([seconds]);
  });

  test('without a column there are none; where some are missing, none count', () => {
    expect(read('user,item,rating\n1,2,3\n')).toMatchObject({ columns: { timestamps: null }, missingTimes: 0 });
    expect(read('user,item,rating,time\n1,2,3,\n1,3,3,5\n')).toMatchObject({ columns: { timestamps: null }, missingTimes: 1 });
  });
});

test.each([
  ['4.5', 4.5],
  ['4,5', 4.5],
  ['+4', 4],
  ['1e1', 10],
  ['.5', 0.5],
  ['5.', 5],
  ['0', 0],
  [' 3 ', 3],
  ['-3', -3],
])('a rating of “%s” is %d', (written, value) => {
  expect([...read(`user;item;rating\n1;2;${written}\n`).columns.stars]).toEqual([value]);
});

describe('columns that are not known are asked for', () => {
  const HOTELS = 'who;what;how;when\nanna;Heat;4.5;2001-12-31\nbob;Casino;3;2002-01-01\n';

  test('with names, a sample and a guess', () => {
    expect(thrownBy(() => read(HOTELS))).toMatchObject({
      code: 'data-unmapped',
      mapping: {
        file: 'x.csv',
        delimiter: ';',
        columns: ['who', 'what', 'how', 'when'],
        sample: [
          ['anna', 'Heat', '4.5', '2001-12-31'],
          ['bob', 'Casino', '3', '2002-01-01'],
        ],
        guess: { user: 0, item: 1, rating: 2, timestamp: 3 },
      },
    });
  });

  test('the answer is taken', () => {
    const mapping = { user: 1, item: 0, rating: 2, timestamp: 3 };
    expect(rowsOf(read(HOTELS, { mapping }))).toEqual([
      ['Heat', 'anna', 4.5, 1009756800],
      ['Casino', 'bob', 3, 1009843200],
    ]);
  });

  test('where there is no header they have numbers, and the first row counts', () => {
    const text = '1,2,3\n4,5,6\n';
    expect(thrownBy(() => read(text)).mapping).toMatchObject({
      columns: ['Column 1', 'Column 2', 'Column 3'],
      sample: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      guess: { user: 0, item: 1, rating: 2 },
    });
    expect(rowsOf(read(text, { mapping: { user: 0, item: 1, rating: 2 } }))).toHaveLength(2);
  });

  test('an answer that does not fit is asked for again', () => {
    for (const mapping of [
      { user: 0, item: 0, rating: 2 },
      { user: 0, item: 1, rating: 9 },
      { user: -1, item: 1, rating: 2 },
    ]) {
      expect(thrownBy(() => read(HOTELS, { mapping })).code).toBe('data-unmapped');
    }
  });

  test('long cells are cut short', () => {
    const mapping = thrownBy(() => read(`a,b,c\n${'x'.repeat(1000)},2,3\n`)).mapping;
    expect(mapping?.sample[0]?.[0]).toBe(`${'x'.repeat(60)}…`);
  });
});

describe('what cannot be read', () => {
  const header = 'userId,movieId,rating,timestamp\n1,2,3,4\n';

  describe('is said with file, line and remedy where it is more than a hundredth', () => {
    test.each<readonly [string, string | Uint8Array, string]>([
      ['a text', `${header}1,2,good,4\n`, 'x.csv, line 3: the rating “good” is not a number.'],
      ['infinity', `${header}1,2,Infinity,4\n`, 'x.csv, line 3: the rating “Infinity” is not a number.'],
      ['too large', `${header}1,2,1e39,4\n`, 'x.csv, line 3: the rating is too large.'],
      ['two columns too few', `${header}1,2\n`, 'x.csv, line 3: there are 2 fields, not 4.'],
      [
        'a column too many',
        `${header}1,2,3,4,5\n`,
        'x.csv, line 3: there are 5 fields, not 4 (a number with a decimal comma needs quotes around it).',
      ],
      ['a long id', `${header}${'9'.repeat(201)},2,3,4\n`, 'x.csv, line 3: the user id is longer than 200 letters.'],
      [
        'two of them',
        `${header}1,2,3,4\n1,2,x,4\n1,2\n`,
        'x.csv, line 4: the rating “x” is not a number. Of 4 rows 2 cannot be read.',
      ],
      [
        '2³¹ in GroupLens’ layout',
        '1::2147483648::3::4\n',
        'x.csv, line 1: the movie id is not a whole number up to 2147483647.',
      ],
      ['letters there', '1::2::3::4\na::2::3::4\n', 'x.csv, line 2: field 1 is not a number.'],
      ['a single colon', '1::2::3:4\n', 'x.csv, line 1: a single “:” stands between two fields.'],
      ['no JSON', '{"user":1,"item":2,"rating":3}\n{"user":1\n', 'x.csv, line 2: the line is not a JSON object.'],
      [
        'nested JSON',
        '{"user":1,"item":2,"rating":3}\n{"user":{},"item":2,"rating":3}\n',
        'x.csv, line 2: “user” is neither text nor a number.',
      ],
    ])('%s', (_, content, message) => {
      for (const size of [1, 1000]) {
        const error = thrownBy(() => read(content, { size }));
        expect(error).toMatchObject({ code: 'data-malformed', message });
        expect(error.remedy).toBe('Correct that line, or use another copy of the data.');
      }
    });
  });

  test('is left out where it is less, counted, and its first three lines are shown', () => {
    const faulty = ['1,2,good,4', '1,2', '1,2,3,4,5,6', '1,2,bad,4'];
    const lines = [...Array.from({ length: 400 }, (_, at) => `${at},2,3,978300760`), ...faulty];
    const { columns, notes } = read(`userId,movieId,rating,timestamp\n${lines.join('\n')}`);
    expect(columns.stars).toHaveLength(400);
    expect(notes).toEqual([
      {
        kind: 'faulty-rows',
        count: 4,
        rule: 'They are left out.',
        lines: [
          'Line 402: 1,2,good,4 – the rating “good” is not a number',
          'Line 403: 1,2 – there are 2 fields, not 4',
          'Line 404: 1,2,3,4,5,6 – there are 6 fields, not 4',
        ],
      },
    ]);
  });

  test.each(['', 'NA', 'NaN', 'null', '\\N'])(
    'a row where “%s” stands for a user, a movie or a rating is left out, however many there are',
    (none) => {
      const { columns, notes } = read(`${header.replace(',4\n', ',978300760\n')}1,2,${none},4\n1,${none},3,4\n${none},2,3,4\n`);
      expect(columns.stars).toHaveLength(1);
      expect(notes).toMatchObject([{ kind: 'incomplete-rows', count: 3 }]);
    },
  );

  test.each(['then', 'NA', '1899-01-01', '9999-01-01'])('a time of “%s” is none, and keeps no rating from being read', (time) => {
    expect(read(`${header}1,2,3,${time}\n`)).toMatchObject({ columns: { timestamps: null }, missingTimes: 1 });
  });

  test('of quotes that do not close, or close before a text, they are letters', () => {
    const rows = ['"Se7en" again,2,3,4', '"open,2,3,4', 'plain,2,3,4'];
    const { columns } = read(`userId,movieId,rating,timestamp\n${rows.join('\n')}\n`);
    expect(columns.userLabels).toEqual(['"Se7en" again', '"open', 'plain']);
  });

  test.each<readonly [string, string | Uint8Array]>([
    ['nothing', ''],
    ['blank lines', '\n\n\r\n'],
    ['a web page', '<!doctype html>\n<p>a, b, c</p>'],
    ['a JSON array without objects', '[1, 2, 3]'],
    ['prose', 'Dear all,\nthese are no ratings.\n'],
    ['two columns without users or items', 'rating,title\n1,2\n'],
    ['titles', 'movieId,title,genres\n1,Heat,Crime\n'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ])('%s is no file of ratings', (_, content) => {
    expect(thrownBy(() => read(content)).code).toBe('data-no-ratings');
  });

  test('a line of 10 MB ends in a sentence, wherever it stands', () => {
    const long = 'x'.repeat(10_000_000);
    const size = 2 ** 16;
    expect(thrownBy(() => read(`${header}${long}`, { size })).message).toBe(
      'x.csv, line 3: the line, or a quoted text in it, is longer than 1 MB.',
    );
    expect(thrownBy(() => read(`${header}"${long}`, { size })).message).toMatch(/^x.csv, line 3: .* longer than 1 MB/);
    expect(thrownBy(() => read(long, { size })).code).toBe('data-no-ratings');
  });
});

test('markup in titles is text like any other', () => {
  const { records } = read('user,item,rating,title\n1,2,3,"<img src=x onerror=alert(1)> (1999)"\n');
  expect(records).toEqual([{ id: 2, title: '<img src=x onerror=alert(1)>', year: 1999, genres: [] }]);
});
