import type { Configuration } from '../hyperparameters.ts';
import { fingerprint, type RecordedData, type RunRecord } from '../run-record.ts';
import { type TrialValues, valueAt, withValues } from './axis.ts';
import { candidatesOf, countCandidates } from './candidates.ts';
import { costOf } from './results.ts';
import type { SweepSettings } from './sweep-settings.ts';

/** A sweep with all that its trials follow from. Plain data. */
export interface SweepPlan extends SweepSettings {
  readonly id: string;
  /** What the trials share. */
  readonly base: Configuration;
  readonly data: RecordedData;
}

/** The same settings on the same data are the same sweep: what it has behind it counts, also with more time. A run's own time budget would make trials differ by machine. */
export function planSweep(settings: SweepSettings, configuration: Configuration, data: RecordedData): SweepPlan {
  const base: Configuration = { ...configuration, timeBudget: 0 };
  return { ...settings, base, data, id: `sweep-${fingerprint(JSON.stringify([{ ...settings, seconds: 0 }, base, data]))}` };
}

export interface Trial {
  /** Among all trials that the sweep may have. */
  readonly place: number;
  readonly configuration: Configuration;
}

/** Records of a sweep by their place. */
export type TrialRecords = ReadonlyMap<number, RunRecord>;

export const trialRecords = ({ id }: Pick<SweepPlan, 'id'>, records: readonly RunRecord[]): TrialRecords =>
  new Map(records.flatMap((record) => (record.group?.id === id ? [[record.group.place, record] as const] : [])));

/** So many of the candidates are kept from one rung to the next: one in three. */
const KEPT = 3;

/** A round of successive halving, or the only one: how many candidates are trained, and how long. */
export interface Rung {
  readonly count: number;
  /** Null: as each candidate says. */
  readonly epochs: number | null;
}

/** The rounds of a sweep. */
export function rungsOf(settings: SweepSettings, { epochs }: Pick<Configuration, 'epochs'>): readonly Rung[] {
  const count = countCandidates(settings);
  if (!settings.halving) return [{ count, epochs: null }];
  const log = (value: number): number => Math.log(value) / Math.log(KEPT);
  const rounds = Math.min(Math.floor(log(count) + 1e-9), Math.ceil(log(epochs) - 1e-9));
  return Array.from({ length: rounds + 1 }, (_, rung) => ({
    count: Math.ceil(count / KEPT ** rung - 1e-9),
    epochs: Math.ceil(epochs / KEPT ** (rounds - rung) - 1e-9),
  }));
}

export const countTrials = (rungs: readonly Rung[]): number => rungs.reduce((sum, { count }) => sum + count, 0);

/** About the epochs of all trials together. */
export function countEpochs(settings: SweepSettings, base: Configuration): number {
  const varied = settings.axes.find(({ name }) => name === 'epochs');
  const ofOne = varied ? Number(valueAt(varied, 0.5)) : base.epochs;
  return rungsOf(settings, base).reduce((sum, { count, epochs }) => sum + count * (epochs ?? ofOne), 0);
}

/** The first trial that has no record; null where all are done. Which trials a later rung has follows from the records of the one before. */
export function nextTrial(plan: SweepPlan, done: TrialRecords): Trial | null {
  const candidates = candidatesOf(plan);
  let contenders = candidates.map((_, candidate) => candidate);
  for (const [rung, { count, epochs }] of rungsOf(plan, plan.base).entries()) {
    const placeOf = (candidate: number): number => rung * candidates.length + candidate;
    if (rung > 0) contenders = bestOf(contenders, count, (candidate) => costAt(placeOf(candidate) - candidates.length));
    const missing = contenders.find((candidate) => !done.has(placeOf(candidate)));
    if (missing === undefined) continue;
    const configuration = withValues(plan.base, candidates[missing] as TrialValues);
    return { place: placeOf(missing), configuration: epochs === null ? configuration : { ...configuration, epochs } };
  }
  return null;

  function costAt(place: number): number {
    const record = done.get(place);
    return record ? costOf(record, plan.measure) : Number.POSITIVE_INFINITY;
  }
}

/** Of those with the same cost the first; in their own order. */
function bestOf(candidates: readonly number[], count: number, cost: (candidate: number) => number): number[] {
  const ranked = [...candidates].sort((a, b) => compare(cost(a), cost(b)) || a - b);
  return ranked.slice(0, count).sort((a, b) => a - b);
}

/** Two that are infinite are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
