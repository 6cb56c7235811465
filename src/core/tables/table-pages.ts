import { radixOrder } from '../radix-order.ts';
import type { CellValue, Column, Table, TableName } from './table.ts';

export interface TableQuery {
  readonly table: TableName;
  /** In the order of the data where null. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Part of a title, or of a user's ID; everything where empty. */
  readonly search: string;
}

export interface TablePage {
  readonly columns: readonly Column[];
  /** Rows that the search finds, on whatever page. */
  readonly total: number;
  /** From the first that was asked for: values by column. */
  readonly rows: readonly (readonly CellValue[])[];
}

const MOST_ROWS = 500;

/** `count` rows at most, from row `from` on. */
export type TablePages = (query: TableQuery, from: number, count: number) => TablePage;

/** Serves tables page by page. Orders are kept for as long as the same table is sorted the same way. */
export function createTablePages(tables: Readonly<Record<TableName, Table>>): TablePages {
  const orderOf = keepLast((key: string) => sortedRows(JSON.parse(key)));
  const rowsOf = keepLast((key: string) => foundRows(JSON.parse(key)));

  function sortedRows({ table: name, sort }: TableQuery): Int32Array | null {
    const table = tables[name];
    const column = table.columns.findIndex((column) => column.name === sort?.column);
    if (sort === null || column < 0) return null;
    const keys = table.keys(column);
    return radixOrder(sort.descending ? Float64Array.from(keys, (key) => -key) : keys);
  }

  function foundRows(query: TableQuery): Int32Array | null {
    const order = orderOf(JSON.stringify({ ...query, search: '' }));
    const search = query.search.trim().toLowerCase();
    if (search === '') return order;
    const table = tables[query.table];
    const isFound = table.finder(search);
    return (order ?? Int32Array.from({ length: table.size }, (_, row) => row)).filter(isFound);
  }

  /** Rows `from` and following, at most 500. */
  return (query: TableQuery, from: number, count: number): TablePage => {
    const table = tables[query.table];
    const rows = rowsOf(JSON.stringify(query));
    const total = rows?.length ?? table.size;
    const wanted = Math.max(0, Math.min(count, MOST_ROWS, total - from));
    return {
      columns: table.columns,
      total,
      rows: Array.from({ length: wanted }, (_, i) =>
        table.columns.map((_, column) => table.cell(rows?.[from + i] ?? from + i, column)),
      ),
    };
  };
}

function keepLast<T>(make: (key: string) => T): (key: string) => T {
  let last: { readonly key: string; readonly made: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, made: make(key) };
    return last.made;
  };
}
