import type { CategoricalColumn, Demographics } from '../core/demographics.ts';
import type { UserIndex } from '../core/ids.ts';
import type { LoadNote } from '../core/load-notes.ts';
import type { Ratings } from '../core/ratings.ts';
import type { UserRecord } from './formats/user-record.ts';

const UNKNOWN = 'unknown';

/** Sorts users into categories, and notes how many rated without being listed. Users who rated nothing are left out. */
export function joinDemographics(
  { userIds }: Pick<Ratings, 'userIds'>,
  records: readonly UserRecord[],
): { readonly demographics: Demographics; readonly notes: readonly LoadNote[] } {
  const byIndex = new Array<UserRecord | undefined>(userIds.size).fill(undefined);
  for (const record of records) {
    const index = userIds.indexOf(record.id);
    if (index !== undefined) byIndex[index satisfies UserIndex] = record;
  }
  const column = (read: (record: UserRecord) => string): CategoricalColumn =>
    categorise(byIndex.map((record) => (record ? read(record) : UNKNOWN)));
  const unknown = byIndex.filter((record) => record === undefined).length;
  return {
    demographics: {
      gender: column(({ gender }) => gender),
      age: column(({ age }) => age),
      occupation: column(({ occupation }) => occupation),
      zip: column(({ zip }) => zip),
    },
    notes: unknown === 0 ? [] : [{ kind: 'unknown-users', count: unknown, rule: 'They are shown as “unknown”.' }],
  };
}

function categorise(values: readonly string[]): CategoricalColumn {
  const labels = [...new Set(values)].sort(byNumberThenLetter);
  const codes = new Map(labels.map((label, code) => [label, code]));
  return { labels, codes: Int32Array.from(values, (value) => codes.get(value) as number) };
}

/** "under 18" before "18–24", 7 before 10. */
function byNumberThenLetter(a: string, b: string): number {
  const [x, y] = [sizeOf(a), sizeOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const sizeOf = (label: string): number =>
  label === 'under 18' ? 0 : Number(/^\d+/.exec(label)?.[0] ?? Number.POSITIVE_INFINITY);
