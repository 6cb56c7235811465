export type TableName = 'ratings' | 'movies' | 'users';

export type CellValue = string | number | null;

export interface Column {
  readonly name: string;
  readonly title: string;
  readonly kind: 'id' | 'text' | 'count' | 'stars' | 'time' | 'year';
}

/** A table that is never there as a whole: cells are made where they are asked for. */
export interface Table {
  readonly size: number;
  readonly columns: readonly Column[];
  cell(row: number, column: number): CellValue;
  /** Numbers that sort like the cells of a column, (size). */
  keys(column: number): ArrayLike<number>;
  /** Whether a search, in lower case, finds a row. */
  finder(search: string): (row: number) => boolean;
}

/** Where each text stands among all of them in alphabetical order; equal texts share a place. */
export function ranksOf(texts: readonly string[]): Int32Array {
  const lower = texts.map((text) => text.toLowerCase());
  const sorted = [...new Set(lower)].sort();
  const places = new Map(sorted.map((text, place) => [text, place]));
  return Int32Array.from(lower, (text) => places.get(text) as number);
}
