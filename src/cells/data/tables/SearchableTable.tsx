import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { TableName } from '../../../core/tables/table.ts';
import type { TableQuery } from '../../../core/tables/table-pages.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { useSay } from '../../../ui/words.tsx';
import styles from './DataTables.module.css';
import { useTablePages } from './use-table-pages.ts';
import { MOST_ROWS, VirtualTable } from './VirtualTable.tsx';

interface SearchableTableProps {
  readonly table: TableName;
}

const NOUNS = { ratings: 'rating', movies: 'movie', users: 'user' } as const;

/** A table with its search, its number of rows and its order. */
export function SearchableTable({ table }: SearchableTableProps) {
  const id = useId();
  const say = useSay();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<TableQuery['sort']>(null);
  const wanted = useDeferredValue(search);
  const query = useMemo((): TableQuery => ({ table, sort, search: wanted }), [table, sort, wanted]);
  const pages = useTablePages(query);
  const { total } = pages;
  // Upwards first, then downwards, then as in the data.
  const sortBy = (column: string): void =>
    setSort(sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true });
  return (
    <>
      <div className={styles.bar}>
        <label htmlFor={id}>{table === 'users' ? 'Find an ID' : 'Find a title'}</label>
        <input
          id={id}
          type="search"
          className={styles.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <p className={styles.count} role="status">
          {say(formatQuantity(total, NOUNS[table]))}
          {total > MOST_ROWS && `; the first ${MOST_ROWS.toLocaleString('en')} can be scrolled through`}
        </p>
      </div>
      <VirtualTable title={say(`${table} of the data`)} pages={pages} sort={sort} onSort={sortBy} />
    </>
  );
}
