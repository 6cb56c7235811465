import { useMemo } from 'react';
import { isSameButSeed, repeatGroups } from '../core/repeats/groups.ts';
import { groupWords } from '../core/repeats/words.ts';
import { heldOutOf } from '../core/run-figures.ts';
import type { RunRecord } from '../core/run-record.ts';
import type { RunId } from '../core/run-report.ts';
import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Muted } from '../ui/Muted.tsx';

const selectRecords = ({ runs }: NotebookState) => runs.records;

interface RunSpreadProps {
  readonly id: RunId;
}

/** Beside the figures of a run: how far they move, where its configuration was repeated on the same data. */
export function RunSpread({ id }: RunSpreadProps) {
  const records = useNotebookState(selectRecords);
  const words = useMemo(() => spreadOf(id, records), [id, records]);
  return words.length > 0 && <Muted>These settings repeated, mean and 95 % interval: {words.join('; ')}.</Muted>;
}

function spreadOf(id: RunId, records: readonly RunRecord[]): readonly string[] {
  const record = records.find((one) => one.id === id);
  if (!record) return [];
  const groups = [...repeatGroups(records).values()].filter(({ counted: [first] }) => first && isRepeatOf(first, record));
  return groups.map(groupWords);
}

const isRepeatOf = (one: RunRecord, other: RunRecord): boolean =>
  heldOutOf(one).data === heldOutOf(other).data && isSameButSeed(one.configuration, other.configuration);
