import type { DataOrigin, DataSource } from '../core/data-source.ts';

/** Data sets that an address can name. */
export const NAMED_DATA = ['bundled', 'synthetic-1m'] as const;

export type NamedData = (typeof NAMED_DATA)[number];

/** What can be chosen: a named data set, or a file of the visitor's. */
export type DataChoice = NamedData | File;

/** MovieLens 1M's. */
const SHAPE_1M = { users: 6040, movies: 3706, ratings: 1_000_209 } as const;

/** Where the choice comes from. `bundledUrl` is that of the zip that comes with the page. */
export function sourceOf(choice: DataChoice, bundledUrl: string): DataSource {
  if (choice === 'bundled') return { kind: 'bundled', url: bundledUrl };
  if (choice === 'synthetic-1m') return { kind: 'synthetic', shape: SHAPE_1M, seed: 1 };
  return { kind: 'file', file: choice };
}

/** The choice that gives these ratings again; null where only the visitor has them. */
export function choiceOf({ kind }: Pick<DataOrigin, 'kind'>): DataChoice | null {
  return NAMED_DATA.find((name) => kindOf(name) === kind) ?? null;
}

/** Of what kind the choice is. */
export const kindOf = (choice: DataChoice): DataSource['kind'] => sourceOf(choice, '').kind;

/** What the address says of a choice. A file cannot be in an address: one that names no data is as near as it gets. */
export const nameOf = (choice: DataChoice): NamedData => (typeof choice === 'string' ? choice : 'bundled');
