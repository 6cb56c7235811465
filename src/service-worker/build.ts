/** What `scripts/precache.mjs` writes into the built script. */
export interface Build {
  /** A hash of everything below. */
  readonly version: string;
  /** Every file of the page; the page itself has the empty path. */
  readonly files: readonly BuiltFile[];
  /** The headers of cross-origin isolation, for hosts that send none. */
  readonly isolation: Readonly<Record<string, string>>;
}

export interface BuiltFile {
  /** Relative to the page. */
  readonly path: string;
  /** As in subresource integrity: `sha384-…`. */
  readonly integrity: string;
}
