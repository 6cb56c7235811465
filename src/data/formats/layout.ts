import type { ColumnMapping, JsonColumns, WideMapping } from '../../core/column-mapping.ts';
import type { LoadNote } from '../../core/load-notes.ts';
import type { TableFormat, TimeFormat } from '../../core/table-format.ts';
import type { PieceFilter } from './piece-filter.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import type { RowLayout } from './row-layout.ts';

/** How the rows of a file of ratings are laid out. */
export type Rows =
  | { readonly format: 'dat' | 'u.data' | 'blocks'; readonly rows: RowLayout }
  | { readonly format: 'table'; readonly rows: RowLayout; readonly header: readonly string[] | null; readonly table: TableFormat }
  | { readonly format: 'wide'; readonly wide: WideMapping; readonly table: TableFormat; readonly open: OpenRows }
  | { readonly format: 'json-lines'; readonly keys: JsonColumns; readonly time: TimeFormat; readonly open: OpenRows };

/** Starts what reads the rows. */
type OpenRows = (sink: RatingSink, faults: RowFaults) => RowReader;

/** How a file of ratings is laid out. */
export type Layout = Rows & {
  /** What the file is rewritten by before its rows are read; null where it is read as it is. */
  readonly filter: PieceFilter | null;
  /** What had to be guessed. */
  readonly notes: readonly LoadNote[];
};

/** What somebody has said about a file, in answer to a question or before one. */
export interface Said {
  readonly mapping?: ColumnMapping | undefined;
  readonly wide?: WideMapping | undefined;
  readonly format?: Partial<TableFormat> | undefined;
}

/** How something was read that had to be guessed. */
export const wayOfReading = (rule: string): LoadNote => ({ kind: 'way-of-reading', count: 0, rule });

export const LATIN1_NOTE = wayOfReading('The text is read as Windows-1252 (Latin-1): it is not valid UTF-8.');
