import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WideMapping } from '../../core/column-mapping.ts';
import { detectLayout } from './detect.ts';
import { ratingBuilder } from './rating-builder.ts';
import { ratingsReader } from './ratings-reader.ts';

interface Read {
  readonly rows: readonly (readonly [user: unknown, item: unknown, rating: number, seconds: number | null])[];
  readonly notes: readonly string[];
}

function read(bytes: Uint8Array, size: number, wide?: WideMapping): Read {
  const builder = ratingBuilder();
  const reader = ratingsReader({ file: 'x', size: bytes.length, said: { wide }, detect: detectLayout }, builder);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  const { notes } = reader.finish();
  const { users, movies, stars, timestamps, userLabels, movieLabels } = builder.finish().columns;
  const rows = Array.from(stars, (value, at) => {
    const [user, movie] = [users[at] as number, movies[at] as number];
    return [userLabels?.[user] ?? user, movieLabels?.[movie] ?? movie, value, timestamps?.[at] ?? null] as const;
  });
  return { rows, notes: notes.map(({ kind }) => kind) };
}

const ENCODERS = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8 with a mark': (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
  'utf-16le': (text: string) => wideBytes(`\uFEFF${text}`, 0),
  'utf-16be': (text: string) => wideBytes(`\uFEFF${text}`, 1),
  latin1: (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
} as const;

function wideBytes(text: string, high: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let at = 0; at < text.length; at++) {
    bytes[2 * at + high] = text.charCodeAt(at) & 255;
    bytes[2 * at + 1 - high] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

const name = fc.string({ unit: fc.constantFrom(...'abcXYZéüñ789'), minLength: 1, maxLength: 8 }).map((letters) => `n${letters}é`);
const stars = fc.integer({ min: 1, max: 10 }).map((half) => half / 2);
const time = fc.integer({ min: 900_000_000, max: 2_000_000_000 });
const rows = fc.array(fc.tuple(name, name, stars, time), { minLength: 2, maxLength: 30 });
const pieceSize = fc.integer({ min: 1, max: 80 });

describe('what is written is read back equal, in pieces of any size', () => {
  test('in any encoding, with any line ends, separator and decimal sign, below lines of other things', () => {
    const way = fc.record({
      encoding: fc.constantFrom(...Object.keys(ENCODERS)) as fc.Arbitrary<keyof typeof ENCODERS>,
      end: fc.constantFrom('\n', '\r\n', '\r'),
      separator: fc.constantFrom(',', ';', '\t', '|', '::', ' ', '   '),
      comma: fc.boolean(),
      above: fc.constantFrom('', '# a comment', 'sep'),
      quoted: fc.boolean(),
    });
    fc.assert(
      fc.property(rows, way, pieceSize, (rows, { encoding, end, separator, comma, above, quoted }, size) => {
        const rating = (value: number): string =>
          comma && separator !== ',' ? value.toFixed(1).replace('.', ',') : String(value);
        const field = (text: string): string => (quoted ? `"${text}"` : text);
        const lines = rows.map(([user, item, value, at]) => [field(user), field(item), rating(value), at].join(separator));
        const sep = separator.length === 1 && separator !== ' ' ? [`sep=${separator}`] : [];
        const first = above === 'sep' ? sep : above === '' ? [] : [above];
        const text = [...first, ['user', 'item', 'rating', 'timestamp'].join(separator), ...lines].join(end);
        expect(read(ENCODERS[encoding](text), size)).toEqual({ rows, notes: encoding === 'latin1' ? ['way-of-reading'] : [] });
      }),
      { numRuns: 600 },
    );
  });

  test('as a JSON array, laid out in any way', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(undefined, 0, 1, 4), pieceSize, (rows, indent, size) => {
        const objects = rows.map(([user, item, rating, timestamp]) => ({ user, item: `${item}"]},{[`, rating, timestamp }));
        const expected = rows.map(([user, item, ...others]) => [user, `${item}"]},{[`, ...others]);
        expect(read(ENCODERS['utf-8'](JSON.stringify(objects, null, indent)), size).rows).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('as Netflix’ blocks', () => {
    const block = fc.tuple(
      fc.nat(20_000),
      fc.array(fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        pieceSize,
        (blocks, end, size) => {
          const lines = blocks.flatMap(([movie, ratings]) => [
            `${movie}:`,
            ...ratings.map(([user, value]) => `${user},${value},2005-09-06`),
          ]);
          const expected = blocks.flatMap(([movie, ratings]) =>
            ratings.map(([user, value]) => [user, movie, value, 1_125_964_800]),
          );
          expect(read(ENCODERS['utf-8'](lines.join(end)), size).rows).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('as a table with a row for each user, or each item', () => {
    const cells = fc.array(fc.array(fc.option(stars), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    const blank = fc.constantFrom(null, 0, 99);
    fc.assert(
      fc.property(cells, blank, fc.constantFrom('users' as const, 'items' as const), pieceSize, (cells, blank, rowsAre, size) => {
        const lines = cells.map((row, at) => [`r${at}`, ...row.map((cell) => cell ?? blank ?? '')].join(','));
        const expected = cells.flatMap((row, at) =>
          row.flatMap((cell, column) => {
            const [here, other] = [`r${at}`, `c${column}`];
            return cell === null ? [] : [[...(rowsAre === 'users' ? [here, other] : [other, here]), cell, null]];
          }),
        );
        const bytes = ENCODERS['utf-8'](['name,c0,c1,c2,c3', ...lines].join('\n'));
        expect(read(bytes, size, { rows: rowsAre, label: 0, first: 1, blank }).rows).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
