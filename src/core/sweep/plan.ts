import type { Configuration } from '../hyperparameters.ts';
import { isSameHoweverLong } from '../learning-rate.ts';
import { fingerprint, type RecordedData, type RunRecord } from '../run-record.ts';
import { type TrialValues, withValues } from './axis.ts';
import { candidatesOf, countCandidates } from './candidates.ts';
import { costOf, secondsOf } from './results.ts';
import { type Bracket, bracketsOf, dealCandidates, KEPT } from './rounds.ts';
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
  const id = fingerprint(JSON.stringify([{ ...settings, seconds: 0 }, base, data]));
  // Rounds that keep another share have other trials at the same places.
  return { ...settings, base, data, id: `sweep-${id}${settings.rounds === 'full' ? '' : `-${KEPT[settings.rounds]}`}` };
}

/** Whether this page would plan the sweep as it is: another version of the page may have had other rounds. */
export function isPlannedSo({ id, base, data, ...settings }: SweepPlan): boolean {
  return planSweep(settings, base, data).id === id;
}

export interface Trial {
  /** Among all trials that the sweep may have. */
  readonly place: number;
  readonly configuration: Configuration;
  /** The place of the trial that it goes on from: with the same settings and fewer epochs it came to the same. Null where it begins anew. */
  readonly from: number | null;
  /** The places of trials that others may go on from, perhaps its own. */
  readonly keeps: readonly number[];
  /** The most that it may cost for another to go on from it, by the trials that are done; infinite while as many as go on are not. */
  readonly limit: number;
}

/** Records of a sweep by their place. */
export type TrialRecords = ReadonlyMap<number, RunRecord>;

export const trialRecords = ({ id }: Pick<SweepPlan, 'id'>, records: readonly RunRecord[]): TrialRecords =>
  new Map(records.flatMap((record) => (record.group?.id === id ? [[record.group.place, record] as const] : [])));

/**
 * The first trial that has no record, and that is not being trained already; null where there is none now: later ones may wait for what is
 * being trained. Which trials a later round has follows from the records of the one before.
 */
export function nextTrial(plan: SweepPlan, done: TrialRecords, underWay: ReadonlySet<number> = NONE): Trial | null {
  const candidates = candidatesOf(plan);
  const brackets = bracketsOf(plan, plan.base);
  const dealt = dealCandidates(plan, brackets);
  const stages = brackets.flatMap((bracket, at) => stageOf(bracket, dealt[at] ?? []) ?? []);
  for (const { missing, placeOf, placeBefore, epochs, hasNext, limit } of stages) {
    const next = missing.find((candidate) => !underWay.has(placeOf(candidate)));
    if (next === undefined) continue;
    const configuration = withValues(plan.base, candidates[next] as TrialValues);
    return {
      place: placeOf(next),
      configuration: epochs === null ? configuration : { ...configuration, epochs },
      from: placeBefore && isSameHoweverLong(configuration) ? placeBefore(next) : null,
      keeps: [...stages.flatMap(({ keeps }) => keeps), ...underWay, ...(hasNext ? [placeOf(next)] : [])],
      limit,
    };
  }
  return null;

  /** The first round of a bracket in which something is missing. */
  function stageOf(bracket: Bracket, dealtTo: readonly number[]) {
    let contenders = dealtTo;
    for (const [round, { level, count, epochs }] of bracket.entries()) {
      const placeOf = (candidate: number): number => level * candidates.length + candidate;
      const placeBefore = round > 0 ? (candidate: number): number => placeOf(candidate) - candidates.length : null;
      if (placeBefore) contenders = bestOf(contenders, count, (candidate) => costAt(placeBefore(candidate)));
      const missing = contenders.filter((candidate) => !done.has(placeOf(candidate)));
      if (missing.length === 0) continue;
      const finished = contenders.filter((candidate) => done.has(placeOf(candidate)));
      const places = bracket[round + 1]?.count ?? 0;
      const survivors = bestOf(finished, places, (candidate) => costAt(placeOf(candidate))).map(placeOf);
      const keeps = [...(placeBefore ? missing.map(placeBefore) : []), ...survivors];
      const limit = survivors.length < places ? Number.POSITIVE_INFINITY : Math.max(...survivors.map(costAt));
      return { missing, placeOf, placeBefore, epochs, keeps, hasNext: places > 0, limit };
    }
    return null;
  }

  function costAt(place: number): number {
    const record = done.get(place);
    return record ? costOf(record, plan.measure) : Number.POSITIVE_INFINITY;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** The trials that no other went on from: all that was trained is in them. */
export function lastRecords(plan: SweepPlan, done: TrialRecords): readonly RunRecord[] {
  const count = countCandidates(plan);
  const isGoneOnFrom = (place: number, { configuration }: RunRecord): boolean =>
    isSameHoweverLong(configuration) && done.has(place + count);
  return [...done].flatMap(([place, record]) => (isGoneOnFrom(place, record) ? [] : [record]));
}

/** How long it trained: what is trained side by side counts once, and what a trial goes on from not again. */
export function secondsTrained(plan: SweepPlan, done: TrialRecords): number {
  const count = countCandidates(plan);
  const own = ([place, record]: readonly [number, RunRecord]): number => {
    const before = isSameHoweverLong(record.configuration) ? done.get(place - count) : undefined;
    return Math.max(0, secondsOf(record) - (before ? secondsOf(before) : 0));
  };
  const spans = [...done].map((entry) => ({ from: entry[1].startedAt / 1000, seconds: own(entry) }));
  let [total, end] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, seconds } of spans.sort((one, other) => one.from - other.from)) {
    const to = Math.max(end, from + seconds);
    total += to - Math.max(end, from);
    end = to;
  }
  return total;
}

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
