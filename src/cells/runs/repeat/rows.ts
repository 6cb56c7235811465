import { meanOf, type RepeatGroup } from '../../../core/repeats/groups.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { RunColumn } from '../column.ts';

export type Groups = ReadonlyMap<string, RepeatGroup>;

/** A row of the table of runs: a run, or the repeats of one in the place of all of them. */
export type RunsRow =
  | { readonly record: RunRecord; readonly isMember: boolean }
  | { readonly group: RepeatGroup; readonly isOpen: boolean };

/** Runs in their order; repeats stand together where the first of them would, and below them their runs where that row is open. */
export function rowsOf(sorted: readonly RunRecord[], groups: Groups, open: ReadonlySet<string>): readonly RunsRow[] {
  const shown = new Set<string>();
  return sorted.flatMap((record): readonly RunsRow[] => {
    const group = groupOf(record, groups);
    if (!group) return [{ record, isMember: false }];
    if (shown.has(group.id)) return [];
    shown.add(group.id);
    const isOpen = open.has(group.id);
    const members = isOpen ? group.records.filter((member) => sorted.includes(member)) : [];
    return [{ group, isOpen }, ...members.map((member) => ({ record: member, isMember: true }))];
  });
}

const groupOf = ({ group }: RunRecord, groups: Groups): RepeatGroup | undefined => group && groups.get(group.id);

/** The column to sort by where repeats are one row: a figure of theirs is its mean. */
export const sortedAs = (column: RunColumn, groups: Groups): RunColumn => ({
  ...column,
  value(record) {
    const group = groupOf(record, groups);
    if (!group) return column.value(record);
    const { figure } = column;
    return figure ? (meanOf(figure, group)?.mean ?? null) : column.value(group.records[0] as RunRecord);
  },
});

/** The runs that a baseline stands for: all repeats where it is one of some. */
export function baselineRuns(baseline: RunRecord, groups: Groups): readonly RunRecord[] {
  const group = groupOf(baseline, groups);
  return group ? group.counted : [baseline];
}
