import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Column } from '../../../core/tables/table.ts';
import type { TableQuery } from '../../../core/tables/table-pages.ts';
import { classes } from '../../../ui/classes.ts';
import { TableGap } from '../../../ui/TableGap.tsx';
import { useSay } from '../../../ui/words.tsx';
import styles from './DataTables.module.css';
import { formatCell } from './format-cell.ts';
import type { useTablePages } from './use-table-pages.ts';

/** Browsers draw no element taller than some 17 million pixels. */
export const MOST_ROWS = 500_000;
const ROW_HEIGHT = 32;

interface VirtualTableProps {
  readonly title: string;
  readonly pages: ReturnType<typeof useTablePages>;
  readonly sort: TableQuery['sort'];
  readonly onSort: (column: string) => void;
}

/**
 * A table of any length of which only the rows in view exist. It scrolls by keyboard as any scrolled region does. It shares no markup
 * with `Table`: its columns have fixed widths, its headings sort, its rows are counted for who hears them, and gaps hold the place of
 * those that do not exist.
 */
export function VirtualTable({ title, pages, sort, onSort }: VirtualTableProps) {
  const { columns, total, row, want } = pages;
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: Math.min(total, MOST_ROWS),
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  useEffect(() => want(first?.index ?? 0, last?.index ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={frame} className={classes('scroll-cue', styles.frame)} aria-label={`Scrollable: ${title}`} tabIndex={0}>
      <table className={styles.table} aria-label={title} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Header key={column.name} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <TableGap height={first?.start ?? 0} />
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map(({ name, kind }, column) => {
                const value = row(index)?.[column];
                return (
                  <td key={name} data-kind={kind}>
                    {value === undefined ? '…' : formatCell(value, kind)}
                  </td>
                );
              })}
            </tr>
          ))}
          <TableGap height={virtualizer.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

interface HeaderProps {
  readonly column: Column;
  readonly sort: TableQuery['sort'];
  readonly onSort: (column: string) => void;
}

function Header({ column: { name, title, kind }, sort, onSort }: HeaderProps) {
  const say = useSay();
  const direction = sort?.column !== name ? 'none' : sort.descending ? 'descending' : 'ascending';
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[direction];
  return (
    <th scope="col" aria-sort={direction} data-kind={kind}>
      <button type="button" className={styles.sort} onClick={() => onSort(name)}>
        {say(title)}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  );
}
