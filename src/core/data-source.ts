import type { Cleaning } from './clean/cleaning.ts';
import type { ColumnMapping, JsonColumns, TableColumns, WideColumns, WideMapping } from './column-mapping.ts';
import type { AddedUser } from './person/person.ts';
import type { ReleaseName } from './releases.ts';
import type { SyntheticName, SyntheticShape } from './synthetic-shape.ts';
import type { TableFormat } from './table-format.ts';
import type { FilePart, TablesChoice } from './tables-question.ts';

/** Where ratings can come from, and which of them count; where nothing is said of that, all. */
export type DataSource = Place & { readonly cleaning?: Cleaning | undefined };

type Place =
  /** The zip that comes with the page; the page knows its own address. */
  | { readonly kind: 'bundled'; readonly url: string }
  /** A file of the visitor's; it crosses to the worker by reference. */
  | ({ readonly kind: 'file'; readonly file: File; readonly from?: FileOrigin } & Answers)
  /** A file at any address; `pageUrl` is the folder of this page, whose server may forward it. */
  | ({ readonly kind: 'url'; readonly url: string; readonly pageUrl: string } & Answers)
  /** A file that the browser keeps, by its id. */
  | ({ readonly kind: 'kept'; readonly id: string } & Answers)
  | { readonly kind: 'synthetic'; readonly shape: SyntheticShape; readonly seed: number };

/** What a load asked the last time, and how the visitor answered. */
export interface Answers {
  /** Which column holds what. */
  readonly mapping?: ColumnMapping | undefined;
  /** That the table has a row for each user and a column for each item, or the other way round. */
  readonly wide?: WideMapping | undefined;
  /** How the table is written, as far as it is not what it seems. */
  readonly format?: Partial<TableFormat> | undefined;
  /** Which of several tables hold the ratings. */
  readonly tables?: TablesChoice | undefined;
  /** Whether to take the file although it is not the release that its address promises. */
  readonly unverified?: boolean | undefined;
}

/** Where a file came from, and when, in milliseconds since 1970-01-01 UTC. */
export interface FileOrigin {
  /** Null for a file of the visitor's. */
  readonly url: string | null;
  readonly fetchedAt: number;
}

/** What is done to get ratings; which of it and in which order depends on the source. */
export type LoadPhase = 'fetch' | 'verify' | 'unzip' | 'parse' | 'generate' | 'join';

/** A table of titles or of users, and which of its columns hold what. */
export interface BesideLayout {
  readonly file: string;
  readonly format: TableFormat;
  readonly at: Readonly<Record<string, number>>;
}

/** What a file holds others in: `files` are several that were opened together. */
export type Container = 'zip' | 'tar' | 'gzip' | 'files' | null;

/** `blocks`: Netflix', a line with the movie above its ratings. `wide`: a row for each user. `table` is any file of rows with a separator between columns: GroupLens' ratings.csv, or one of one's own. */
export interface DataLayout {
  readonly format: 'dat' | 'u.data' | 'blocks' | 'wide' | 'table' | 'json-lines';
  readonly container: Container;
  /** The file of ratings, which in a container is one of several. */
  readonly file: string;
  /** Those that are read after it, where there are several. */
  readonly more?: readonly string[];
  /** The part of a split that each of them is, where they are one. */
  readonly parts?: readonly FilePart[];
  /** Whether a file of titles lies beside it, and one of users. */
  readonly hasTitles: boolean;
  readonly hasUsers: boolean;
  /** How they are laid out, where they are not as GroupLens has them. */
  readonly titles?: BesideLayout;
  readonly users?: BesideLayout;
  /** What stands where; null where the format says so. */
  readonly columns: TableColumns | WideColumns | JsonColumns | null;
}

/** The kinds of sources, without what was kept in the browser: it is of the kind that it was before. */
export const DATA_KINDS = ['bundled', 'file', 'url', 'synthetic'] as const satisfies readonly DataSource['kind'][];

/** Where ratings came from. */
export interface DataOrigin {
  readonly kind: (typeof DATA_KINDS)[number];
  /** The release, where it is known to be one; else the file's name, or what was made up. */
  readonly name: string;
  /** The name of the file; null where there is none. */
  readonly file: string | null;
  /** Where the file can be had; null where it is nowhere but on the visitor's machine. */
  readonly url: string | null;
  /** When the file was fetched or opened, in milliseconds since 1970-01-01 UTC; null where there is none. */
  readonly fetchedAt: number | null;
  /** Of the file, in hexadecimal; null where there is none, or the browser offers no hashing. */
  readonly sha256: string | null;
  /** How the file is laid out; null where there is none. */
  readonly layout: DataLayout | null;
  /** The release by GroupLens that the file is, byte for byte. */
  readonly release: ReleaseName | null;
  /** What the address calls ratings that were made up. */
  readonly synthetic?: SyntheticName;
  /** Which of its ratings count; missing where all do. The name tells it too. */
  readonly cleaning?: Cleaning;
  /** The users who were added to it, first to last. */
  readonly added?: readonly AddedUser[];
}

/** Whether two data sets are one and the same, read in the same way, as far as can be told without comparing every rating. */
export function isSameData(a: SizedOrigin, b: SizedOrigin): boolean {
  const isAlike = a.name === b.name && a.sha256 === b.sha256 && a.ratings === b.ratings;
  return (
    isAlike && fingerprintsOf(a) === fingerprintsOf(b) && JSON.stringify(a.layout ?? null) === JSON.stringify(b.layout ?? null)
  );
}

const fingerprintsOf = ({ added = [] }: Pick<DataOrigin, 'added'>): string => added.map(({ fingerprint }) => fingerprint).join();

type SizedOrigin = Pick<DataOrigin, 'name' | 'sha256' | 'added'> &
  Partial<Pick<DataOrigin, 'layout'>> & { readonly ratings: number };
