import { useDeferredValue, useMemo } from 'react';
import type { RunRecord } from '../../core/run-record.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { RunColumn } from './column.ts';
import { columnsInView, columnsOf, type RunColumns } from './columns.ts';
import { isWithin } from './ranges.ts';
import { parseFilter } from './run-filter.ts';
import { selectRecords, selectWeights } from './selectors.ts';
import { useKeptView } from './use-kept-view.ts';

interface RunsInView {
  readonly records: readonly RunRecord[];
  readonly columns: RunColumns;
  readonly shown: readonly RunColumn[];
  /** Those that pass the filter, whatever the ranges. */
  readonly passing: readonly RunRecord[];
  readonly inView: readonly RunRecord[];
  /** What of the filter could not be understood. */
  readonly problem: string | null;
}

/** The runs and the columns that are looked at. What is typed or brushed is never held up by the rows that follow it. */
export function useRunsInView(): RunsInView {
  const records = useNotebookState(selectRecords);
  const weights = useNotebookState(selectWeights);
  const view = useKeptView();
  const { differencesOnly, byHand, filter, ranges } = useDeferredValue(view);
  const columns = useMemo(() => columnsOf(records, new Set(weights.map(({ id }) => id))), [records, weights]);
  const shown = useMemo(() => columnsInView(columns, differencesOnly, byHand), [columns, differencesOnly, byHand]);
  const { passes, problem } = useMemo(() => parseFilter(filter, columns.all), [filter, columns]);
  const passing = useMemo(() => records.filter(passes), [records, passes]);
  const inView = useMemo(() => passing.filter((record) => isWithin(record, ranges, columns.all)), [passing, ranges, columns]);
  return { records, columns, shown, passing, inView, problem };
}
