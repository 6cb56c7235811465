import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswersSoFar, TablePreview } from '../../core/table-preview.ts';
import { detectLayout } from '../formats/detect.ts';
import { HEAD } from '../formats/head-lines.ts';
import { ratingBuilder } from '../formats/rating-builder.ts';
import { ratingsReader } from '../formats/ratings-reader.ts';
import { previewTable } from './preview-table.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const preview = (content: string | Uint8Array, said: AnswersSoFar = {}): TablePreview =>
  previewTable(typeof content === 'string' ? bytesOf(content) : content, 'x.csv', said);

const OWN = 'user;film;score;when\nanna;Heat;4,5;31.12.2001\nbob;Casino;3;01.01.2002\n';

describe('what was decided is told', () => {
  test('of a table whose columns are known', () => {
    expect(preview(OWN)).toMatchObject({
      kind: 'table',
      format: {
        encoding: 'utf-8',
        separator: ';',
        carriageReturns: false,
        skip: 0,
        hasHeader: true,
        decimal: ',',
        time: 'plain',
      },
      encodingSign: 'valid',
      columns: ['user', 'film', 'score', 'when'],
      sample: [
        ['anna', 'Heat', '4,5', '31.12.2001'],
        ['bob', 'Casino', '3', '01.01.2002'],
      ],
      mapping: { user: 0, item: 1, rating: 2 },
      wide: null,
      isGuess: false,
      ratings: [
        { user: 'anna', item: 'Heat', rating: 4.5, seconds: null, title: '', year: null, genres: [] },
        { user: 'bob', item: 'Casino', rating: 3 },
      ],
      problem: null,
    });
  });

  test('of one whose columns are a guess', () => {
    const { isGuess, mapping, ratings } = preview('who,what,how\nanna,Heat,4\nbob,Heat,5\n');
    expect([isGuess, mapping, ratings.map(({ user }) => user)]).toEqual([true, { user: 0, item: 1, rating: 2 }, ['anna', 'bob']]);
  });

  test('of a table with a row for each user', () => {
    const { wide, isGuess, ratings } = preview('Name,Heat,Casino,Alien,Babe\nAnn,5,,3,\nBo,,4,,1\nCem,2,,,5\n');
    expect([wide, isGuess]).toEqual([{ rows: 'users', label: 0, first: 1, blank: null }, true]);
    expect(ratings.map(({ user, item, rating }) => [user, item, rating])).toEqual([
      ['Ann', 'Heat', 5],
      ['Ann', 'Alien', 3],
      ['Bo', 'Casino', 4],
      ['Bo', 'Babe', 1],
      ['Cem', 'Heat', 2],
      ['Cem', 'Babe', 5],
    ]);
  });

  test('of JSON, with titles, genres and years', () => {
    const row = { user: 'anna', item: 7, rating: 4, title: 'Heat (1995)', genres: ['Crime', 'Drama'], timestamp: '2001-12-31' };
    expect(preview(`[${JSON.stringify(row)}]`)).toMatchObject({
      kind: 'json',
      columns: ['user', 'item', 'rating', 'title', 'genres', 'timestamp'],
      mapping: { user: 0, item: 1, rating: 2, title: 3, genres: 4, timestamp: 5 },
      ratings: [{ user: 'anna', item: 7, rating: 4, seconds: 1009756800, title: 'Heat', year: 1995, genres: ['Crime', 'Drama'] }],
    });
  });

  test.each<readonly [string, string, Partial<TablePreview>]>([
    [
      'GroupLens’ own layout',
      '1::10::5::978300760\n1::11::8::978300761\n',
      { kind: 'table', mapping: { user: 0, item: 1, rating: 2, timestamp: 3 } },
    ],
    ['Netflix’ blocks', '1:\n101,3,2005-09-06\n102,5,2005-05-13\n', { kind: 'blocks', isGuess: false }],
  ])('of %s', (_, content, wanted) => {
    const found = preview(content);
    expect(found).toMatchObject(wanted);
    expect(found.ratings).toHaveLength(2);
  });

  test('of the encoding also how it was found', () => {
    const signs = (content: Uint8Array, said?: AnswersSoFar) => {
      const { format, encodingSign } = preview(content, said);
      return [format.encoding, encodingSign];
    };
    const table = 'user,item,rating\nJosé,10,5\nZoë,11,3\n';
    const wide = Uint8Array.from(table.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(signs(bytesOf(table))).toEqual(['utf-8', 'valid']);
    expect(signs(bytesOf(`\uFEFF${table}`))).toEqual(['utf-8', 'mark']);
    expect(signs(latin1(table))).toEqual(['windows-1252', 'invalid']);
    expect(signs(wide)).toEqual(['utf-16le', 'zeros']);
    expect(signs(bytesOf(table), { format: { encoding: 'windows-1252' } })).toEqual(['windows-1252', 'said']);
  });
});

describe('what is said is taken', () => {
  test('columns, and where some are missing nothing is read', () => {
    const swapped = preview(OWN, { mapping: { user: 1, item: 0, rating: 2 } });
    expect(swapped.ratings.map(({ user, item }) => [user, item])).toEqual([
      ['Heat', 'anna'],
      ['Casino', 'bob'],
    ]);
    expect(preview(OWN, { mapping: { user: 1 } })).toMatchObject({ mapping: { user: 1 }, ratings: [], problem: null });
  });

  test('the format of times; a column that it does not read keeps no rating from being read', () => {
    const mapping = { user: 0, item: 1, rating: 2, timestamp: 3 };
    const seconds = (time: 'day-first' | 'year' | 'none') =>
      preview(OWN, { mapping, format: { time } }).ratings.map((rating) => rating.seconds);
    expect(seconds('day-first')).toEqual([1009756800, 1009843200]);
    expect(seconds('year')).toEqual([null, null]);
    expect([seconds('none'), preview(OWN, { mapping, format: { time: 'none' } }).mapping.timestamp]).toEqual([[null, null], 3]);
  });

  test('a separator, a header, lines to skip and a decimal sign', () => {
    expect(preview(OWN, { format: { separator: ',' } })).toMatchObject({ ratings: [], problem: { message: expect.any(String) } });
    const said = { mapping: { user: 0, item: 1, rating: 2 }, format: { hasHeader: false, skip: 2, decimal: '.' } } as const;
    const { columns, ratings } = preview(OWN, said);
    expect([columns[0], ratings.map(({ user }) => user)]).toEqual(['Column 1', ['bob']]);
  });

  test('UTF-8 is not, where it is none: loading would read it as Latin-1 as well', () => {
    const said = { format: { encoding: 'utf-8' } } as const;
    expect(preview(latin1('user,item,rating\nJosé,10,5\nZoë,11,3\n'), said)).toMatchObject({
      format: { encoding: 'windows-1252' },
      encodingSign: 'invalid',
      ratings: [{ user: 'José' }, { user: 'Zoë' }],
    });
  });
});

test('rows that cannot be read are shown, however many of the beginning they are', () => {
  const { ratings, notes } = preview('user,item,rating\n1,10,5\n2,11,bad\n3,12,\n');
  expect(ratings).toHaveLength(1);
  expect(notes.map(({ kind, count, lines }) => [kind, count, lines])).toEqual([
    ['incomplete-rows', 1, ['Line 4: 3,12, – the rating is empty']],
    ['faulty-rows', 1, ['Line 3: 2,11,bad – the rating “bad” is not a number']],
  ]);
});

test('what is no table is told, and nothing else', () => {
  expect(preview('Dear all,\nthese are no ratings.\n')).toMatchObject({
    ratings: [],
    problem: { message: '“x.csv” is neither a zip nor a file of ratings.' },
  });
});

const name = fc.string({ unit: fc.constantFrom(...'abcXYZéü789'), minLength: 1, maxLength: 6 }).map((letters) => `n${letters}`);
const rows = fc.array(
  fc.tuple(
    name,
    name,
    fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
    fc.integer({ min: 9e8, max: 2e9 }),
  ),
  {
    minLength: 1,
    maxLength: 30,
  },
);

test('the preview is the first ten ratings that loading reads, whatever is said', () => {
  const said: fc.Arbitrary<AnswersSoFar> = fc.record(
    {
      mapping: fc.constantFrom(
        { user: 0, item: 1, rating: 2 },
        { user: 1, item: 0, rating: 2, timestamp: 3 },
        { user: 0, item: 3, rating: 2 },
      ),
      format: fc.record(
        {
          separator: fc.constantFrom(',' as const, ';' as const, '\t' as const, '::' as const),
          hasHeader: fc.boolean(),
          skip: fc.nat(2),
          decimal: fc.constantFrom('.' as const, ',' as const),
          time: fc.constantFrom('plain' as const, 'year' as const, 'none' as const),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t', '::'), said, (rows, separator, said) => {
      const lines = [['user', 'item', 'rating', 'time'], ...rows].map((fields) => fields.join(separator));
      const bytes = bytesOf(lines.join('\n'));
      const shown = preview(bytes, said);
      if (shown.problem !== null || shown.isGuess) return;
      expect(shown.ratings.map(({ user, item, rating }) => [String(user), String(item), rating])).toEqual(
        loaded(bytes, said).slice(0, 10),
      );
    }),
    { numRuns: 500 },
  );
});

/** What loading reads; nothing where it refuses too many faults. */
function loaded(bytes: Uint8Array, { mapping, format }: AnswersSoFar) {
  const builder = ratingBuilder();
  const reader = ratingsReader(
    { file: 'x.csv', size: 0, said: { mapping: mapping as never, format }, detect: detectLayout },
    builder,
  );
  reader.push(bytes);
  try {
    reader.finish();
  } catch {
    // So many of few rows cannot be read; those that can are in the builder.
  }
  const { users, movies, stars, userLabels, movieLabels } = builder.finish().columns;
  return Array.from(stars, (value, at) => [
    String(userLabels?.[users[at] as number] ?? users[at]),
    String(movieLabels?.[movies[at] as number] ?? movies[at]),
    value,
  ]);
}

test('of a long file the row that the beginning cuts off is not shown as faulty', () => {
  const row = 'someone,something,3\n';
  const { notes, ratings } = preview(`user,item,rating\n${row.repeat(HEAD / row.length + 1).slice(0, HEAD + 5)}`);
  expect([notes, ratings.length]).toEqual([[], 10]);
});

test('nothing that is put in breaks it', () => {
  const piece = fc.constantFrom(
    '1',
    'a',
    '"',
    ',',
    ';',
    '\t',
    '::',
    '|',
    '\n',
    '\r',
    '{',
    '[',
    '}',
    ']',
    '5',
    '-',
    '.',
    'é',
    '\0',
    ' ',
    ':',
  );
  const said = fc.record(
    {
      mapping: fc.dictionary(
        fc.constantFrom('user', 'item', 'rating', 'timestamp', 'title', 'genres', 'year'),
        fc.integer({ min: -1, max: 5 }),
      ),
      wide: fc.record({
        rows: fc.constantFrom('users' as const, 'items' as const),
        label: fc.option(fc.nat(3)),
        first: fc.nat(4),
        blank: fc.option(fc.nat(3)),
      }),
      format: fc.record(
        {
          encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'windows-1252' as const),
          skip: fc.nat(40),
          carriageReturns: fc.boolean(),
          hasHeader: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), said, (pieces, said) => {
      const { ratings, columns } = preview(pieces.join(''), said);
      expect(ratings.length <= 10 && columns.length <= 100).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
