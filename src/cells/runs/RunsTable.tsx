import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { TableGap } from '../../ui/TableGap.tsx';
import { useSay } from '../../ui/words.tsx';
import { type RunColumn, type RunOrder, sortRuns } from './columns.ts';
import { RunRow } from './RunRow.tsx';
import styles from './RunsTable.module.css';
import { recordOfId, selectRuns, selectRunUnderWay } from './selectors.ts';

const ROW_HEIGHT = 40;
const TICK_WIDTH = 64;

interface RunsTableProps {
  readonly records: readonly RunRecord[];
  readonly columns: readonly RunColumn[];
  readonly chosen: RunId | null;
  readonly onChoose: (id: RunId | null) => void;
}

/** All runs, of which only the rows in view exist. Newest first until a heading is pressed. */
export function RunsTable({ records, columns, chosen, onChoose }: RunsTableProps) {
  const { baseline, drawn } = useNotebookState(selectRuns);
  const underWay = useNotebookState(selectRunUnderWay);
  const [order, setOrder] = useState<RunOrder | null>(null);
  const column = columns.find(({ name }) => name === order?.name);
  const sorted = useMemo(
    () => (column ? sortRuns(records, column, order?.descending ?? false) : records),
    [records, column, order],
  );
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const width = columns.reduce((sum, one) => sum + one.width, TICK_WIDTH);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={frame} className={styles.frame} aria-label="Scrollable: runs" tabIndex={0}>
      <table className={styles.table} style={{ inlineSize: width }} aria-label="Runs" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" style={{ inlineSize: TICK_WIDTH }}>
              Curve
            </th>
            {columns.map((one) => (
              <Header key={one.name} column={one} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          <TableGap height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const record = sorted[index] as RunRecord;
            return (
              <RunRow
                key={record.id}
                record={record}
                columns={columns}
                rowIndex={index + 2}
                baseline={recordOfId(records, baseline)}
                place={drawn.indexOf(record.id)}
                canDraw={drawn.includes(null)}
                isUnderWay={record.id === underWay}
                isChosen={record.id === chosen}
                label={runLabel(record)}
                onChoose={onChoose}
              />
            );
          })}
          <TableGap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

interface HeaderProps {
  readonly column: RunColumn;
  readonly order: RunOrder | null;
  readonly onOrder: (order: RunOrder | null) => void;
}

/** Upwards first, then downwards, then newest first again. */
function Header({ column: { name, title, width, isNumber }, order, onOrder }: HeaderProps) {
  const say = useSay();
  const direction = order?.name !== name ? 'none' : order.descending ? 'descending' : 'ascending';
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[direction];
  const next = { none: { name, descending: false }, ascending: { name, descending: true }, descending: null }[direction];
  return (
    <th scope="col" aria-sort={direction} data-number={isNumber || undefined} style={{ inlineSize: width }}>
      <button type="button" className={styles.sort} onClick={() => onOrder(next)}>
        {say(title)}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  );
}
