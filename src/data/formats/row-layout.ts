import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { Separator, TimeFormat } from '../../core/table-format.ts';

/** How the rows of a file of ratings are laid out. */
export interface RowLayout {
  /** Blanks have become tabs by the time that rows are read. */
  readonly separator: Separator;
  /** Which field holds what, from 0. */
  readonly at: ColumnMapping;
  /** Fields of a row. */
  readonly width: number;
  /** So many of them must be there; the others may be missing at the end of a row. */
  readonly least: number;
  /** Rows above the first rating. */
  readonly headerRows: number;
  /** Fields may stand in double quotes, a quote doubled inside. */
  readonly quotes: boolean;
  /** Ids may be texts, times missing or dates. GroupLens' own layouts have nothing but numbers. */
  readonly lenient: boolean;
  readonly decimal: '.' | ',';
  readonly time: TimeFormat;
}
