import type { ColumnMapping } from './column-mapping.ts';

/** How much to make up. */
export interface SyntheticShape {
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
}

/** Where ratings can come from. */
export type DataSource =
  /** The zip that comes with the page; the page knows its own address. */
  | { readonly kind: 'bundled'; readonly url: string }
  /** A file of the visitor's; it crosses to the worker by reference. */
  | { readonly kind: 'file'; readonly file: File; readonly mapping?: ColumnMapping | undefined }
  | { readonly kind: 'synthetic'; readonly shape: SyntheticShape; readonly seed: number };

/** What is done to get ratings; which of it and in which order depends on the source. */
export type LoadPhase = 'fetch' | 'verify' | 'unzip' | 'parse' | 'generate';

/** `table` is any file of rows with a separator between columns: GroupLens' ratings.csv, or one of one's own. */
export interface DataLayout {
  readonly format: 'dat' | 'u.data' | 'table' | 'json-lines';
  readonly zipped: boolean;
}

/** Where ratings came from. */
export interface DataOrigin {
  readonly kind: DataSource['kind'];
  /** The release, where it is known to be one; else the file's name, or what was made up. */
  readonly name: string;
  /** The name of the file; null where there is none. */
  readonly file: string | null;
  /** Where the file can be had; null where it is nowhere but on the visitor's machine. */
  readonly url: string | null;
  /** Of the file, in hexadecimal; null where there is none, or the browser offers no hashing. */
  readonly sha256: string | null;
  /** How the file is laid out; null where there is none. */
  readonly layout: DataLayout | null;
  /** Whether the file is, byte for byte, a release by GroupLens. */
  readonly official: boolean;
}

/** Whether two data sets are one and the same, as far as can be told without comparing every rating. */
export function isSameData(a: SizedOrigin, b: SizedOrigin): boolean {
  return a.name === b.name && a.sha256 === b.sha256 && a.ratings === b.ratings;
}

type SizedOrigin = Pick<DataOrigin, 'name' | 'sha256'> & { readonly ratings: number };
