import type { Kept } from '../core/kept.ts';

/** A file with what is known of it. The browser keeps the blob on disk; reading a record brings a handle, not the bytes. */
export type KeptRecord<Info> = Info & Kept & { readonly blob: Blob };
