import { aimOf } from './aim.ts';
import { type FigureName, figuresOf, heldOutOf } from './run-figures.ts';
import type { RunRecord } from './run-record.ts';
import type { RunId } from './run-report.ts';

/**
 * Of runs whose weights are there, those whose weights should stay however old they are: the pinned one, and of each data set and split the best
 * in what it aims at.
 */
export function runsToSpare(kept: readonly RunId[], records: readonly RunRecord[]): ReadonlySet<RunId> {
  const there = records.filter(({ id }) => kept.includes(id));
  const best = new Map<string, RunRecord>();
  for (const record of there) {
    const { data, split } = heldOutOf(record);
    for (const figure of aimedAt(record)) {
      const group = `${figure} ${data} ${split}`;
      if (isBetter(figure, record, best.get(group))) best.set(group, record);
    }
  }
  return new Set([...there.filter(({ pinned }) => pinned), ...best.values()].map(({ id }) => id));
}

type Aimed = Exclude<FigureName, 'seconds'>;

function aimedAt({ configuration }: RunRecord): readonly Aimed[] {
  const aim = aimOf(configuration);
  if (aim === 'both') return ['rmse', 'ndcg'];
  return aim === 'list' ? ['ndcg'] : ['rmse'];
}

function isBetter(figure: Aimed, record: RunRecord, than: RunRecord | undefined): boolean {
  const value = figuresOf(record)[figure];
  if (value === null) return false;
  const other = than && figuresOf(than)[figure];
  if (other === undefined || other === null) return true;
  return figure === 'rmse' ? value < other : value > other;
}
