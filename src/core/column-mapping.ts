import type { Separator, TableFormat } from './table-format.ts';

/** Which column of a file holds what, counted from 0. */
export interface ColumnMapping {
  readonly user: number;
  readonly item: number;
  /** Missing where there are no ratings: each row is an event. */
  readonly rating?: number | undefined;
  readonly timestamp?: number | undefined;
  readonly title?: number | undefined;
  readonly genres?: number | undefined;
  readonly year?: number | undefined;
}

/** How to read a table that has a row for each user and a column for each item, or the other way round. */
export interface WideMapping {
  readonly rows: 'users' | 'items';
  /** The column that names the row; null where rows go by their number. */
  readonly label: number | null;
  /** The first column of ratings. */
  readonly first: number;
  /** The number that stands where nothing was rated; null where nothing stands there. */
  readonly blank: number | null;
}

/** What stands between the columns of a file; JSON lines have named fields instead. */
export type Delimiter = Separator | 'json';

/** How a table is laid out. */
export interface TableColumns {
  /** The names of all columns; null where there is no header. */
  readonly header: readonly string[] | null;
  readonly at: ColumnMapping;
  readonly format: TableFormat;
}

/** A table with a row for each user or each item. */
export interface WideColumns {
  readonly wide: WideMapping;
  readonly format: TableFormat;
}

/** Which key of an object a line holds what. */
export interface JsonColumns {
  readonly user: string;
  readonly item: string;
  readonly rating?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly title?: string | undefined;
  readonly genres?: string | undefined;
  readonly year?: string | undefined;
}

/** What a load asks where it cannot tell by itself which column holds what; answered by loading again with a mapping. */
export interface MappingQuestion {
  /** The name of the file, within its zip where there is one. */
  readonly file: string;
  readonly delimiter: Delimiter;
  /** By the header; "Column 1" and so on where there is none. At most 50. */
  readonly columns: readonly string[];
  /** The first rows, at most 5, each with a text for every column; long texts are cut short. */
  readonly sample: readonly (readonly string[])[];
  /** What the columns seem to hold, as far as names and contents tell. */
  readonly guess: Partial<ColumnMapping>;
  /** Where the table seems to have a column for each item. */
  readonly wide: WideMapping | null;
}
