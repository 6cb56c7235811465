import { figuresOf } from '../run-figures.ts';
import type { RunRecord } from '../run-record.ts';
import type { SweepMeasure } from './sweep-settings.ts';

/** What a trial came to on the validation part; null of one that failed, and of one that has no such figure. */
export const scoreOf = (record: RunRecord, measure: SweepMeasure): number | null =>
  record.outcome === 'failed' ? null : figuresOf(record)[measure];

/** The lower the better; infinite where there is no value. */
export function costOf(record: RunRecord, measure: SweepMeasure): number {
  const value = scoreOf(record, measure);
  if (value === null) return Number.POSITIVE_INFINITY;
  return measure === 'rmse' ? value : -value;
}

/** Seconds of training that a record stands for. */
export const secondsOf = (record: RunRecord): number => record.seconds ?? figuresOf(record).seconds;

/** The best of some trials; undefined where none has a value. */
export function bestTrial(records: Iterable<RunRecord>, measure: SweepMeasure): RunRecord | undefined {
  let best: RunRecord | undefined;
  for (const record of records) {
    const cost = costOf(record, measure);
    if (Number.isFinite(cost) && (best === undefined || cost < costOf(best, measure))) best = record;
  }
  return best;
}
