/** The part of a split that a file holds. */
export type FilePart = 'train' | 'validation' | 'test';

/** A table that may hold the ratings. */
export interface TableOffer {
  /** With its folders. */
  readonly path: string;
  /** Bytes unpacked; 0 where nobody knows. */
  readonly size: number;
  /** The names of its columns, or the fields of its first row; long ones are cut short, at most 10. */
  readonly columns: readonly string[];
  /** The part of a split that its name says it is. */
  readonly part: FilePart | null;
}

/** What a load asks where several tables could hold the ratings; answered by loading again with a choice. */
export interface TablesQuestion {
  /** The file that holds them. */
  readonly file: string;
  /** At most 50. */
  readonly tables: readonly TableOffer[];
  /** Whether some are to train on and others to test on, by their names. */
  readonly isSplit: boolean;
}

/** The tables that hold the ratings, by their paths. */
export interface TablesChoice {
  readonly paths: readonly string[];
  /** Whether their names say which part of a split each is. */
  readonly isSplit?: boolean;
}
