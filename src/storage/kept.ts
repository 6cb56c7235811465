/** What every kept file has, whatever it is. */
export interface Kept {
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly savedAt: number;
  readonly bytes: number;
}

/** A file with what is known of it. The browser keeps the blob on disk; reading a record brings a handle, not the bytes. */
export type KeptRecord<Info> = Info & Kept & { readonly blob: Blob };

/** What is known of a kept file of ratings. */
export interface DataSetInfo {
  /** The file's name. */
  readonly file: string;
  /** In hexadecimal; null where the browser offers no hashing. */
  readonly sha256: string | null;
  /** Where it was fetched from; null for a file of the visitor's. */
  readonly url: string | null;
}
