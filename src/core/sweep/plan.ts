import type { Configuration } from '../hyperparameters.ts';
import { isSameHoweverLong } from '../learning-rate.ts';
import { fingerprint, type RecordedData, type RunRecord } from '../run-record.ts';
import { type TrialValues, withValues } from './axis.ts';
import { candidatesOf, countCandidates } from './candidates.ts';
import { costOf, secondsOf } from './results.ts';
import { type Bracket, bracketsOf, dealCandidates } from './rounds.ts';
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
  /** The place of the trial that it goes on from: with the same settings and fewer epochs it came to the same. Null where it begins anew. */
  readonly from: number | null;
  /** The places of trials that others may go on from, perhaps its own. */
  readonly keeps: readonly number[];
}

/** Records of a sweep by their place. */
export type TrialRecords = ReadonlyMap<number, RunRecord>;

export const trialRecords = ({ id }: Pick<SweepPlan, 'id'>, records: readonly RunRecord[]): TrialRecords =>
  new Map(records.flatMap((record) => (record.group?.id === id ? [[record.group.place, record] as const] : [])));

/** The first trial that has no record; null where all are done. Which trials a later round has follows from the records of the one before. */
export function nextTrial(plan: SweepPlan, done: TrialRecords): Trial | null {
  const candidates = candidatesOf(plan);
  const brackets = bracketsOf(plan, plan.base);
  const dealt = dealCandidates(plan, brackets);
  for (const [at, bracket] of brackets.entries()) {
    const trial = nextInBracket(bracket, dealt[at] ?? []);
    if (trial) return trial;
  }
  return null;

  function nextInBracket(bracket: Bracket, dealtTo: readonly number[]): Trial | null {
    let contenders = dealtTo;
    for (const [round, { level, count, epochs }] of bracket.entries()) {
      const placeOf = (candidate: number): number => level * candidates.length + candidate;
      const placeBefore = (candidate: number): number => placeOf(candidate) - candidates.length;
      if (round > 0) contenders = bestOf(contenders, count, (candidate) => costAt(placeBefore(candidate)));
      const missing = contenders.filter((candidate) => !done.has(placeOf(candidate)));
      const [next] = missing;
      if (next === undefined) continue;
      const configuration = withValues(plan.base, candidates[next] as TrialValues);
      const goesOn = round > 0 && isSameHoweverLong(configuration);
      const finished = contenders.filter((candidate) => done.has(placeOf(candidate)));
      const survivors = bestOf(finished, bracket[round + 1]?.count ?? 0, (candidate) => costAt(placeOf(candidate)));
      return {
        place: placeOf(next),
        configuration: epochs === null ? configuration : { ...configuration, epochs },
        from: goesOn ? placeBefore(next) : null,
        keeps: [...(round > 0 ? missing.map(placeBefore) : []), ...(bracket[round + 1] ? [...survivors, next].map(placeOf) : [])],
      };
    }
    return null;
  }

  function costAt(place: number): number {
    const record = done.get(place);
    return record ? costOf(record, plan.measure) : Number.POSITIVE_INFINITY;
  }
}

/** The trials that no other went on from: all that was trained is in them. */
export function lastRecords(plan: SweepPlan, done: TrialRecords): readonly RunRecord[] {
  const count = countCandidates(plan);
  const isGoneOnFrom = (place: number, { configuration }: RunRecord): boolean =>
    isSameHoweverLong(configuration) && done.has(place + count);
  return [...done].flatMap(([place, record]) => (isGoneOnFrom(place, record) ? [] : [record]));
}

/** What its trials took. */
export const secondsTrained = (plan: SweepPlan, done: TrialRecords): number =>
  lastRecords(plan, done).reduce((sum, record) => sum + secondsOf(record), 0);

/** Whether no further trial may begin. */
export const isTimeUp = (plan: SweepPlan, done: TrialRecords): boolean =>
  plan.seconds > 0 && secondsTrained(plan, done) >= plan.seconds;

/** Of those with the same cost the first; in their own order. */
function bestOf(candidates: readonly number[], count: number, cost: (candidate: number) => number): number[] {
  const ranked = [...candidates].sort((a, b) => compare(cost(a), cost(b)) || a - b);
  return ranked.slice(0, count).sort((a, b) => a - b);
}

/** Two that are infinite are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
