import { difference, type FigureName, heldOutOf, whyNotComparable } from '../../core/run-figures.ts';
import type { RunRecord } from '../../core/run-record.ts';
import { formatQuantity } from '../../ui/format.ts';

/** How a figure compares with that of the baseline. */
export type Delta = { readonly text: string } | { readonly because: string };

const DIGITS: Readonly<Record<FigureName, number>> = { rmse: 3, ndcg: 3, seconds: 1 };

/** Null of the baseline itself. */
export function deltaOf(figure: FigureName, record: RunRecord, baseline: RunRecord): Delta | null {
  if (record.id === baseline.id) return null;
  const because = whyNotComparable(record, baseline);
  if (because !== null) return { because };
  if (figure === 'seconds' && (record.origin === 'file') !== (baseline.origin === 'file')) return { because: 'another machine' };
  const delta = difference(figure, record, baseline);
  return delta === null ? { because: 'one of the two has no such figure' } : { text: signed(delta, DIGITS[figure]) };
}

/** "+0.012", "−0.012", "±0.000". */
function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return `±${size}`;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** Which runs are not compared with the baseline and why, in one sentence; null where all are. */
export function notComparedWords(records: readonly RunRecord[], baseline: RunRecord): string | null {
  const counts = new Map<string, number>();
  for (const record of records) {
    const because = whyNotComparable(record, baseline);
    if (because !== null) counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const reasons = [...counts].map(([because, count]) => `${formatQuantity(count, 'run')} with ${because}`);
  return `Not compared, since their figures are of other validation ratings or other random draws: ${reasons.join(', ')}.`;
}

/** That the figures of these runs are of more than one set of held-out ratings; null where they are not. */
export function mixedWords(records: readonly RunRecord[]): string | null {
  const sets = new Set(
    records.map((record) => {
      const { data, split } = heldOutOf(record);
      return `${data} ${split}`;
    }),
  );
  if (sets.size < 2) return null;
  return `These runs are measured on ${sets.size} different sets of held-out ratings, so their figures cannot all be compared.`;
}
