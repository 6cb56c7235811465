import type { WideMapping } from '../../core/column-mapping.ts';
import type { RawId } from '../../core/ids.ts';
import type { Separator } from '../../core/table-format.ts';
import { FieldProblem, toRating } from './field-values.ts';
import { checkId } from './id-column.ts';
import { isMissing } from './missing.ts';
import { quotedRow } from './quoted-row.ts';
import type { RatingSink } from './rating-builder.ts';
import type { RowReader } from './row-buffer.ts';
import type { RowFaults } from './row-faults.ts';
import { decodeLoosely } from './text.ts';

export interface WideLayout {
  readonly wide: WideMapping;
  readonly separator: Separator;
  readonly headerRows: number;
  readonly decimal: '.' | ',';
  /** By the columns from `wide.first` on. */
  readonly names: readonly RawId[];
}

/** Reads a table with a row for each user and a column for each item, or the other way round: each filled cell is a rating. */
export function wideRows(layout: WideLayout, sink: RatingSink, faults: RowFaults): RowReader {
  const { wide, headerRows, decimal, names } = layout;
  const separator = layout.separator === ' ' ? '\t' : layout.separator;
  let line = 1;
  let rows = 0;
  const ratingOf = (cell: string): number | null => {
    if (isMissing(cell)) return null;
    const rating = toRating(cell, decimal);
    return rating === wide.blank ? null : rating;
  };
  const addRow = (fields: readonly string[]): void => {
    const name = wide.label === null ? rows - headerRows : checkId(fields[wide.label] ?? '', 'user');
    const cells = fields.slice(wide.first);
    if (cells.slice(names.length).some((cell) => cell !== ''))
      throw new FieldProblem(`there are ${fields.length} fields, not ${wide.first + names.length}`);
    // All of a row, or nothing.
    const ratings = names.map((_, at) => ratingOf(cells[at] ?? ''));
    for (const [at, rating] of ratings.entries()) {
      const other = names[at] as RawId;
      if (rating !== null)
        sink.add(...(wide.rows === 'users' ? ([name, other] as const) : ([other, name] as const)), rating, null);
    }
  };
  return {
    get line() {
      return line;
    },
    read(bytes, from, end, isLast) {
      const row = quotedRow({ bytes, from, end, isLast, separator, spansLines: separator === ',' || separator === ';' });
      if (row === null) return -1;
      const isBlank = row.fields.join(separator).trim() === '';
      if (!isBlank && rows++ >= headerRows) {
        try {
          if (row.fields.some((field) => field.trim() !== '')) addRow(row.fields);
        } catch (thrown) {
          if (!(thrown instanceof FieldProblem)) throw thrown;
          faults.leaveOut(thrown, line, decodeLoosely(bytes, from, row.next));
        }
      }
      line += row.lines;
      return row.next;
    },
  };
}
