import { meanOf, type RepeatGroup } from '../../../core/repeats/groups.ts';
import { spreadWords } from '../../../core/repeats/words.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import { formatSeconds } from '../../../ui/format.ts';
import type { RunColumn } from '../column.ts';

/** What stands in a column for repeats as a whole: a mean with its interval, what all have in common, or from where to where it goes. */
export function groupCell(column: RunColumn, group: RepeatGroup): string {
  const { figure } = column;
  if (figure) {
    const mean = meanOf(figure, group);
    if (mean === null) return '–';
    return figure === 'seconds' ? formatSeconds(mean.mean) : spreadWords(mean);
  }
  const texts = [...new Set(group.records.map((record) => column.text(record)))];
  if (texts.length === 1) return texts[0] as string;
  return column.isNumber ? endsOf(column, group) : `${texts.length} different`;
}

function endsOf(column: RunColumn, { records }: RepeatGroup): string {
  const ordered = records.toSorted((a, b) => Number(column.value(a)) - Number(column.value(b)));
  return `${column.text(ordered[0] as RunRecord)} … ${column.text(ordered.at(-1) as RunRecord)}`;
}

/** "Runs 3–7"; the name of the first where it has one. */
export function groupLabel({ records }: RepeatGroup): string {
  const named = records.find(({ name }) => name !== '');
  const numbers = records.map(({ number }) => number);
  return named ? `${named.name} and repeats` : `Runs ${Math.min(...numbers)}–${Math.max(...numbers)}`;
}
