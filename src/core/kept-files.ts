import type { ColumnMapping } from './column-mapping.ts';
import type { Answers } from './data-source.ts';

/** What every file that is kept in the browser has, whatever it is. */
export interface Kept {
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly savedAt: number;
  readonly bytes: number;
}

/**
 * A file with what is known of it. Of a blob the browser keeps the bytes on disk, and reading brings a handle to them; a browser that
 * refuses blobs (WebKit's private windows) is given the bytes themselves.
 */
export type KeptRecord<Info> = Info & Kept & { readonly blob: Blob };

/** What is known of a kept file of ratings. */
export interface DataSetInfo {
  /** The file's name. */
  readonly file: string;
  /** In hexadecimal; null where the browser offers no hashing. */
  readonly sha256: string | null;
  /** Where it was fetched from; null for a file of the visitor's. */
  readonly url: string | null;
  /** When it was opened or fetched, in milliseconds since 1970-01-01 UTC. */
  readonly fetchedAt: number;
  /** Which column holds what, where the visitor was asked. */
  readonly mapping?: ColumnMapping | undefined;
  /** What else the visitor was asked. */
  readonly answers?: Pick<Answers, 'wide' | 'format' | 'tables'> | undefined;
}

/** How much this page keeps in the browser, and how much it may, in bytes; estimates by the browser. */
export interface StorageRoom {
  readonly used: number;
  readonly quota: number;
}

/** The files of ratings that are kept, newest first; the room is null where the browser does not say. */
export interface KeptData {
  readonly sets: readonly (DataSetInfo & Kept)[];
  readonly room: StorageRoom | null;
}
