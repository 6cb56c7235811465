import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo } from 'react';
import type { RunColumn } from './column.ts';

export const TICK_WIDTH = 64;

/** The columns that stand in a frame at the moment. */
export interface ColumnsInSight {
  /** That of the name, which is always there. */
  readonly first: RunColumn;
  readonly others: readonly RunColumn[];
  /** How many columns stand left of `others`, that of the name not counted. */
  readonly before: number;
  /** The room of the columns out of sight, in pixels. */
  readonly gapBefore: number;
  readonly gapAfter: number;
}

/** The same object as long as the same columns are in sight. */
export function useColumnsInSight(columns: readonly RunColumn[], getFrame: () => HTMLElement | null): ColumnsInSight {
  const [first, ...rest] = columns as readonly [RunColumn, ...RunColumn[]];
  const start = TICK_WIDTH + first.width;
  const getItemKey = useCallback((at: number) => columns[at + 1]?.name ?? at, [columns]);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: rest.length,
    getScrollElement: getFrame,
    estimateSize: (at) => rest[at]?.width ?? 0,
    getItemKey,
    paddingStart: start,
    overscan: 1,
  });
  const items = virtualizer.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  const gapBefore = (items[0]?.start ?? start) - start;
  const gapAfter = virtualizer.getTotalSize() - (items.at(-1)?.end ?? start);
  return useMemo(
    () => ({ first: columns[0] as RunColumn, others: columns.slice(from + 1, to + 2), before: from, gapBefore, gapAfter }),
    [columns, from, to, gapBefore, gapAfter],
  );
}
