import { useCallback, useMemo, useState } from 'react';
import { repeatGroups } from '../../../core/repeats/groups.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import { useNotebookState } from '../../../state/hooks.ts';
import type { RunColumn } from '../column.ts';
import { selectRecords } from '../selectors.ts';
import { sortRuns } from '../sort-runs.ts';
import { rowsOf, sortedAs } from './rows.ts';

const NONE: ReadonlySet<string> = new Set();

/** The rows of a table of these runs, sorted by a column where there is one; repeats are one row, which `setOpen` opens by the id of the group. */
export function useRows(records: readonly RunRecord[], column: RunColumn | undefined, descending: boolean) {
  const all = useNotebookState(selectRecords);
  const [open, change] = useState(NONE);
  const groups = useMemo(() => repeatGroups(all), [all]);
  const sorted = useMemo(
    () => (column ? sortRuns(records, sortedAs(column, groups), descending) : records),
    [records, column, groups, descending],
  );
  const rows = useMemo(() => rowsOf(sorted, groups, open), [sorted, groups, open]);
  const setOpen = useCallback((id: string, on: boolean) => {
    change((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }, []);
  return { rows, groups, setOpen };
}
