import type { ColumnMapping, WideMapping } from './column-mapping.ts';
import type { Answers } from './data-source.ts';
import type { RawId } from './ids.ts';
import type { LoadNote } from './load-notes.ts';
import type { EncodingSign, TableFormat } from './table-format.ts';

/** What was said of a file so far; columns may be missing. */
export interface AnswersSoFar extends Pick<Answers, 'wide' | 'format' | 'tables'> {
  readonly mapping?: Partial<ColumnMapping> | undefined;
}

/** One rating as it will be read. */
export interface PreviewedRating {
  readonly user: RawId;
  readonly item: RawId;
  readonly rating: number;
  /** Since 1970-01-01 UTC; null where there is no time. */
  readonly seconds: number | null;
  /** Without the year; empty where the rows have none. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

/** How the beginning of a table is read by what was said so far, and what else was found. */
export interface TablePreview {
  /** Tables have columns; JSON has named fields, and Netflix' blocks have always been the same. */
  readonly kind: 'table' | 'json' | 'blocks';
  readonly format: TableFormat;
  readonly encodingSign: EncodingSign;
  /** At most 100; "Column 1" and so on where they have no names. */
  readonly columns: readonly string[];
  /** The first rows as they are written, at most 5; long texts are cut short. */
  readonly sample: readonly (readonly string[])[];
  /** Which column holds what, as far as that was said or found. */
  readonly mapping: Partial<ColumnMapping>;
  /** Where it is read as a table with a column for each item, or each user. */
  readonly wide: WideMapping | null;
  /** Whether the columns are a guess, which loading would ask about. */
  readonly isGuess: boolean;
  /** At most 10. */
  readonly ratings: readonly PreviewedRating[];
  /** What had to be guessed, and what of the beginning is left out. */
  readonly notes: readonly LoadNote[];
  /** Why nothing of it can be read so, in two sentences; null where something can, or columns are still to be chosen. */
  readonly problem: { readonly message: string; readonly remedy: string } | null;
}

/** The same of a table in a file. */
export interface FilePreview extends TablePreview {
  /** The path of the table that is looked at, and of all in the file. */
  readonly table: string;
  readonly tables: readonly string[];
}
