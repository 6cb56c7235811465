import type { WideMapping } from '../../core/column-mapping.ts';
import type { TableFormat } from '../../core/table-format.ts';
import type { HeadTable } from './head-table.ts';
import { checkId } from './id-column.ts';
import type { Rows } from './layout.ts';
import { type WideLayout, wideRows } from './wide-rows.ts';

/** How a table with a row for each user, or each item, is laid out. */
export function wideLayout(found: HeadTable, wide: WideMapping, table: TableFormat): Rows {
  const { separator, skip, hasHeader } = found;
  const headerRows = skip + (hasHeader ? 1 : 0);
  const layout: WideLayout = { wide, separator, headerRows, decimal: table.decimal, names: namesOf(found, wide) };
  return { format: 'wide', wide, table, open: (sink, faults) => wideRows(layout, sink, faults) };
}

function namesOf({ columns, hasHeader }: HeadTable, { first }: WideMapping): WideLayout['names'] {
  return columns.slice(first).map((column, at) => {
    try {
      return hasHeader ? checkId(column, 'movie') : at + 1;
    } catch {
      return `Column ${at + first + 1}`;
    }
  });
}
