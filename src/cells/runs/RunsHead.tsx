import { memo } from 'react';
import { useSay } from '../../ui/words.tsx';
import type { RunColumn } from './column.ts';
import styles from './RunsTable.module.css';
import type { RunOrder } from './sort-runs.ts';
import { type ColumnsInSight, TICK_WIDTH } from './use-columns-in-sight.ts';

interface RunsHeadProps {
  readonly sight: ColumnsInSight;
  readonly order: RunOrder | null;
  readonly onOrder: (order: RunOrder | null) => void;
}

/** The headings of the columns in sight; a press sorts. */
export const RunsHead = memo(function RunsHead({ sight, order, onOrder }: RunsHeadProps) {
  const { first, others, before, gapBefore, gapAfter } = sight;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} style={{ inlineSize: TICK_WIDTH }}>
          Curve
        </th>
        <Heading column={first} columnIndex={2} order={order} onOrder={onOrder} />
        <ColumnGap width={gapBefore} />
        {others.map((column, at) => (
          <Heading key={column.name} column={column} columnIndex={before + at + 3} order={order} onOrder={onOrder} />
        ))}
        <ColumnGap width={gapAfter} />
      </tr>
    </thead>
  );
});

/** Holds the place of the columns that are out of sight. */
export const ColumnGap = ({ width }: { readonly width: number }) =>
  width > 0 && <td aria-hidden="true" className={styles.gap} style={{ inlineSize: width }} />;

interface HeadingProps extends Omit<RunsHeadProps, 'sight'> {
  readonly column: RunColumn;
  readonly columnIndex: number;
}

/** Upwards first, then downwards, then newest first again. */
function Heading({ column: { name, title, width, isNumber }, columnIndex, order, onOrder }: HeadingProps) {
  const say = useSay();
  const direction = order?.name !== name ? 'none' : order.descending ? 'descending' : 'ascending';
  const arrow = { none: '', ascending: ' ↑', descending: ' ↓' }[direction];
  const next = { none: { name, descending: false }, ascending: { name, descending: true }, descending: null }[direction];
  return (
    <th
      scope="col"
      aria-colindex={columnIndex}
      aria-sort={direction}
      data-number={isNumber || undefined}
      style={{ inlineSize: width }}
    >
      <button type="button" className={styles.sort} onClick={() => onOrder(next)}>
        {say(title)}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  );
}
