import { type FigureName, isInStars } from '../run-figures.ts';
import type { RunRecord } from '../run-record.ts';
import { type Paired, pairedDifference, standingOf } from './compare.ts';
import { meanOf, overlapOf, type RepeatGroup } from './groups.ts';
import type { Interval } from './interval.ts';

/** Figures of repeats that are told with an interval: a time is of the machine, not of the draws. */
const SPREAD_FIGURES = ['rmse', 'ndcg'] as const satisfies readonly FigureName[];

const TITLES = { rmse: 'RMSE', ndcg: 'NDCG@10' } as const;

/** "0.873 ± 0.004"; the mean alone of a single run. */
export const spreadWords = ({ mean, half }: Interval): string =>
  half === null ? round(mean) : `${round(mean)} ± ${round(half)}`;

/** "−0.012 ± 0.004". */
export const changeWords = ({ mean, half }: Interval): string =>
  `${mean < 0 ? '−' : '+'}${round(Math.abs(mean))}${half === null ? '' : ` ± ${round(half)}`}`;

const round = (value: number): string => value.toFixed(3);

/** "5 seeds", "10 folds": of the runs that count. */
export const countWords = ({ kind, counted }: RepeatGroup): string =>
  `${counted.length} ${counted.length === 1 ? kind.slice(0, -1) : kind}`;

/** "5 seeds: RMSE 0.873 ± 0.004, NDCG@10 0.112 ± 0.006". */
export function groupWords(group: RepeatGroup): string {
  const figures = SPREAD_FIGURES.flatMap((name) => {
    const mean = meanOf(name, group);
    return mean ? [`${TITLES[name]} ${spreadWords(mean)}`] : [];
  });
  return `${countWords(group)}: ${figures.join(', ') || 'nothing held out to measure'}`;
}

/** What is left out of the means, in one sentence; null where nothing is. */
export function leftOutWords({ records, counted, failed }: RepeatGroup): string | null {
  const unfinished = records.length - counted.length - failed;
  const parts = [
    ...(failed > 0 ? [`${runs(failed)} that failed`] : []),
    ...(unfinished > 0 ? [`${runs(unfinished)} that did not come to an end`] : []),
  ];
  return parts.length === 0 ? null : `Left out: ${parts.join(', and ')}.`;
}

const runs = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`;

/** How far the interval can be trusted, sentence by sentence. */
export function caveatWords(group: RepeatGroup): readonly string[] {
  const { kind, counted } = group;
  const size = counted.length < 3 ? ['Fewer than three runs say little: such an interval is very wide, or there is none.'] : [];
  if (kind === 'folds') {
    return [
      ...size,
      'Folds share training ratings, so no interval over them is exact (Bengio and Grandvalet 2004). It is corrected for that (Nadeau and Bengio 2003), and still only a guide.',
    ];
  }
  const sharing =
    overlapOf(counted) > 0
      ? 'Each seed draws its own held-out ratings, but the training parts overlap. The interval is corrected for that (Nadeau and Bengio 2003).'
      : 'With this split every seed holds out the same ratings. So the interval covers the random numbers of training, and no other ratings.';
  return [...size, sharing];
}

/** How repeats compare with the baseline, figure by figure; what cannot be paired is said once. */
export function againstWords(group: RepeatGroup, baseline: readonly RunRecord[]): string {
  const compared = SPREAD_FIGURES.filter(
    (name) => name !== 'rmse' || [...group.counted, ...baseline].every((run) => isInStars(run.configuration)),
  );
  const found = compared.map((name) => ({ name, paired: pairedDifference(name, group.counted, baseline) }));
  const told = found.flatMap(({ name, paired }) => ('interval' in paired ? [pairedWords(name, paired.interval)] : []));
  if (told.length > 0) return `${told.join('; ')}.`;
  const [first] = found as [(typeof found)[number]];
  return `Not compared: ${(first.paired as Extract<Paired, { because: string }>).because}. Repeat both with the same seeds, or the same folds.`;
}

function pairedWords(name: (typeof SPREAD_FIGURES)[number], interval: Interval): string {
  const { n } = interval;
  const pairs = n === 1 ? 'one pair, so no interval' : `${n} pairs`;
  return `${TITLES[name]} ${changeWords(interval)} (${pairs}), ${standingOf(name, interval)}`;
}
