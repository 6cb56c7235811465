import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { type RunRecord, runLabel } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { classes } from '../../ui/classes.ts';
import { TableGap } from '../../ui/TableGap.tsx';
import type { RunColumn } from './column.ts';
import { RunRow } from './RunRow.tsx';
import { RunsHead } from './RunsHead.tsx';
import styles from './RunsTable.module.css';
import { GroupRow } from './repeat/GroupRow.tsx';
import { RepeatSummary } from './repeat/RepeatSummary.tsx';
import { baselineRuns, type RunsRow } from './repeat/rows.ts';
import { useRows } from './repeat/use-rows.ts';
import { selectDrawn, selectIsPaused, selectRunUnderWay } from './selectors.ts';
import type { RunOrder } from './sort-runs.ts';
import { TICK_WIDTH, useColumnsInSight } from './use-columns-in-sight.ts';

const ROW_HEIGHT = 40;

interface RunsTableProps {
  readonly records: readonly RunRecord[];
  /** The first is that of the name. */
  readonly columns: readonly RunColumn[];
  readonly baseline: RunRecord | undefined;
  readonly chosen: RunId | null;
  readonly onChoose: (id: RunId | null) => void;
}

/** Runs, of which only the rows and columns in sight exist. Newest first until a heading is pressed. */
export const RunsTable = memo(function RunsTable({ records, columns, baseline, chosen, onChoose }: RunsTableProps) {
  const drawn = useNotebookState(selectDrawn);
  const underWay = useNotebookState(selectRunUnderWay);
  const isPaused = useNotebookState(selectIsPaused);
  const [order, setOrder] = useState<RunOrder | null>(null);
  const column = columns.find(({ name }) => name === order?.name);
  const { rows, groups, setOpen } = useRows(records, column, order?.descending ?? false);
  const baselines = useMemo(() => baseline && baselineRuns(baseline, groups), [baseline, groups]);
  const opened = rows.flatMap((row) => ('group' in row && row.isOpen ? [row.group] : []));
  const frame = useRef<HTMLElement>(null);
  const getFrame = useCallback(() => frame.current, []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: getFrame,
    estimateSize: () => ROW_HEIGHT,
    overscan: 3,
  });
  const items = virtualizer.getVirtualItems();
  const sight = useColumnsInSight(columns, getFrame);
  const width = columns.reduce((sum, one) => sum + one.width, TICK_WIDTH);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={frame} className={classes('scroll-cue', styles.frame)} aria-label="Scrollable: runs" tabIndex={0}>
        <table
          className={styles.table}
          style={{ inlineSize: width }}
          aria-label="Runs"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
        >
          <RunsHead sight={sight} order={order} onOrder={setOrder} />
          <tbody>
            <TableGap height={items[0]?.start ?? 0} />
            {items.map(({ index }) => {
              const row = rows[index] as RunsRow;
              if ('group' in row) {
                const { group, isOpen } = row;
                const shown = { group, isOpen, sight, rowIndex: index + 2, baseline: baselines };
                return <GroupRow key={group.id} {...shown} onOpen={setOpen} />;
              }
              const { record } = row;
              return (
                <RunRow
                  key={record.id}
                  record={record}
                  sight={sight}
                  rowIndex={index + 2}
                  baseline={baseline}
                  place={drawn.indexOf(record.id)}
                  canDraw={drawn.includes(null)}
                  underWay={record.id !== underWay ? null : isPaused ? 'paused' : 'running'}
                  isChosen={record.id === chosen}
                  isMember={row.isMember}
                  label={runLabel(record)}
                  onChoose={onChoose}
                />
              );
            })}
            <TableGap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
      {opened.map((group) => (
        <RepeatSummary key={group.id} group={group} groups={groups} />
      ))}
    </>
  );
});
