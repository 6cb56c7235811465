import type { SplitReport } from '../../core/split/report.ts';

export interface PartRow {
  readonly name: 'train' | 'validation' | 'test';
  readonly title: string;
  readonly ratings: number;
  /** Of all ratings. */
  readonly share: number;
  readonly users: number;
  readonly movies: number;
  /** From when to when its ratings are; null where the data has no times. */
  readonly span: string | null;
}

const TITLES = { train: 'Train', validation: 'Validation', test: 'Test' } as const;

export function partRows(report: SplitReport): readonly PartRow[] {
  const all = report.train.ratings + report.validation.ratings + (report.test?.ratings ?? 0);
  return (['train', 'validation', 'test'] as const).flatMap((name) => {
    const part = report[name];
    if (part === null || part.ratings === 0) return [];
    const { ratings, users, movies, span } = part;
    return [{ name, title: TITLES[name], ratings, share: ratings / all, users, movies, span: span && formatSpan(span) }];
  });
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

function formatSpan([from, to]: readonly [number, number]): string {
  const [first, last] = [from, to].map((seconds) => MONTH.format(seconds * 1000));
  return first === last ? `${first}` : `${first} – ${last}`;
}
