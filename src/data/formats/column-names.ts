import type { ColumnMapping } from '../../core/column-mapping.ts';

type Part = keyof ColumnMapping;

/** How files name their columns, in lower case without anything but letters and digits; the first that occurs counts. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  user: [
    'userid',
    'user',
    'uid',
    'username',
    'reviewerid',
    'reviewer',
    'customerid',
    'customer',
    'memberid',
    'member',
    'profilename',
  ],
  item: [
    'movieid',
    'itemid',
    'filmid',
    'bookid',
    'animeid',
    'songid',
    'productid',
    'businessid',
    'isbn',
    'asin',
    'movie',
    'item',
    'film',
    'book',
    'product',
    'iid',
  ],
  rating: ['rating', 'ratings', 'stars', 'star', 'score', 'overall', 'userrating', 'bookrating'],
  timestamp: ['timestamp', 'time', 'date', 'datetime', 'ratedat', 'createdat', 'unixreviewtime', 'reviewtime', 'unixtime', 'ts'],
  title: ['title', 'movietitle', 'itemtitle', 'filmtitle', 'booktitle', 'moviename', 'itemname', 'producttitle'],
};

/** What the columns hold by their names, as far as those are known. */
export function mappingByNames(columns: readonly string[]): Partial<ColumnMapping> {
  const plain = columns.map((column) => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const found = Object.entries(NAMES).flatMap(([part, names]) => {
    const name = names.find((candidate) => plain.includes(candidate));
    return name === undefined ? [] : [[part, plain.indexOf(name)]];
  });
  return Object.fromEntries(found);
}

export const isWhole = (mapping: Partial<ColumnMapping>): mapping is ColumnMapping =>
  mapping.user !== undefined && mapping.item !== undefined && mapping.rating !== undefined;

const TIME = /^(\d{9,13}|\d{4}-\d\d-\d\d.*)$/;
const RATING = /^\d{1,3}([.,]\d+)?$/;

/** What columns without known names seem to hold, by what stands in them: the usual order is user, item, rating, time. */
export function mappingByContents(rows: readonly (readonly string[])[], known: Partial<ColumnMapping>): Partial<ColumnMapping> {
  const width = rows[0]?.length ?? 0;
  const taken = new Set<number | undefined>(Object.values(known));
  const free = (from: number): number[] =>
    Array.from({ length: width }, (_, at) => at).filter((at) => at >= from && !taken.has(at));
  const all = (column: number, pattern: RegExp): boolean => rows.every((row) => pattern.test(row[column]?.trim() ?? ''));
  const guess: { -readonly [P in Part]?: number | undefined } = { ...known };
  const choose = (part: Part, column: number | undefined): void => {
    if (guess[part] !== undefined || column === undefined) return;
    guess[part] = column;
    taken.add(column);
  };
  choose(
    'timestamp',
    free(0).findLast((column) => all(column, TIME)),
  );
  choose('rating', free(2).find((column) => all(column, RATING)) ?? free(0).findLast((column) => all(column, RATING)));
  choose('user', free(0)[0]);
  choose('item', free(0)[0]);
  return Object.fromEntries(Object.entries(guess).filter(([, column]) => column !== undefined));
}
