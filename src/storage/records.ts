import type { Kept } from '../core/kept-files.ts';

/**
 * A file with what is known of it. Of a blob the browser keeps the bytes on disk, and reading brings a handle to them; a browser that
 * refuses blobs (WebKit's private windows) is given the bytes themselves.
 */
export type KeptRecord<Info> = Info & Kept & { readonly blob: Blob };
