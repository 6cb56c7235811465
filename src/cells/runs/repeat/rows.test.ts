import { describe, expect, test } from 'vitest';
import { repeatGroups } from '../../../core/repeats/groups.ts';
import { testRecord } from '../../../core/run-record.fixture.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { RunColumn } from '../column.ts';
import { groupCell, groupLabel } from './group-cell.ts';
import { baselineRuns, rowsOf, sortedAs } from './rows.ts';

const run = (id: string, number: number, error: number, group?: string): RunRecord =>
  testRecord(
    { seed: number },
    {
      ...{ id, number, startedAt: number },
      epochs: [{ epoch: 1, trainError: 1, validationError: error, seconds: 2 }],
      ...(group && { group: { id: group, place: number } }),
    },
  );
const RECORDS = [run('d', 4, 0.5), run('c', 3, 0.9, 'g'), run('b', 2, 0.7, 'g'), run('a', 1, 0.75)];
const GROUPS = repeatGroups(RECORDS);
const GROUP = GROUPS.get('g') ?? expect.fail();
const names = (open: ReadonlySet<string>) =>
  rowsOf(RECORDS, GROUPS, open).map((row) => ('group' in row ? 'group' : `${row.record.id}${row.isMember ? ' within' : ''}`));
const column = (parts: Partial<RunColumn>): RunColumn => ({
  ...{ name: 'x', title: 'X', width: 1, isNumber: true, value: ({ number }) => number, text: ({ number }) => String(number) },
  ...parts,
});

test('repeats are one row, and open to their runs, oldest first', () => {
  expect(names(new Set())).toEqual(['d', 'group', 'a']);
  expect(names(new Set(['g']))).toEqual(['d', 'group', 'b within', 'c within', 'a']);
});

test('runs that a filter leaves out are not in the open row', () => {
  const rows = rowsOf([RECORDS[1] as RunRecord], GROUPS, new Set(['g']));
  expect(rows).toMatchObject([{ isOpen: true }, { record: { id: 'c' } }]);
});

test('repeats are sorted by the mean of a figure', () => {
  const { value } = sortedAs(column({ figure: 'rmse' }), GROUPS);
  expect(RECORDS.filter(({ group }) => group).map((record) => value(record))).toEqual([expect.closeTo(0.8), expect.closeTo(0.8)]);
  expect(value(RECORDS[0] as RunRecord)).toBe(4);
});

test('a baseline among repeats stands for all of them', () => {
  expect(baselineRuns(RECORDS[1] as RunRecord, GROUPS)).toBe(GROUP.counted);
  expect(baselineRuns(RECORDS[0] as RunRecord, GROUPS)).toEqual([RECORDS[0]]);
});

describe('the row of repeats', () => {
  test('has means with intervals, a time without', () => {
    expect(groupCell(column({ figure: 'rmse' }), GROUP)).toMatch(/^0\.800 ± \d\.\d{3}$/);
    expect(groupCell(column({ figure: 'seconds' }), GROUP)).toBe('2.0 s');
    expect(groupCell(column({ figure: 'ndcg' }), GROUP)).toBe('–');
  });

  test('has what all share, else from where to where it goes', () => {
    expect(groupCell(column({ text: () => 'same' }), GROUP)).toBe('same');
    expect(groupCell(column({}), GROUP)).toBe('2 … 3');
    expect(groupCell(column({ isNumber: false }), GROUP)).toBe('2 different');
  });

  test('is called by its numbers, or by a name', () => {
    expect(groupLabel(GROUP)).toBe('Runs 2–3');
    const named = GROUP.records.map((record) => (record.id === 'b' ? { ...record, name: 'wide' } : record));
    expect(groupLabel({ ...GROUP, records: named })).toBe('wide and repeats');
  });
});
