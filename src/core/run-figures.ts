import { bestEpoch } from './best-epoch.ts';
import { appliesTo, type Configuration, SETTING_NAMES, SETTINGS, type SettingName } from './hyperparameters.ts';
import { measureOf } from './measure.ts';
import type { RecordedEpoch, RunRecord } from './run-record.ts';

/** What a run is compared by; null where it has no such figure. */
export interface RunFigures {
  /** Of the epoch with the lowest validation error, in stars. */
  readonly rmse: number | null;
  /** Of the same epoch. */
  readonly ndcg: number | null;
  /** Of all epochs. */
  readonly seconds: number;
}

export type FigureName = keyof RunFigures;

/** Worked out once a record: a table of many runs asks again and again. */
export const figuresOf: (record: RunRecord) => RunFigures = oncePer((record) => {
  const best = bestEpochOf(record);
  return {
    rmse: isInStars(record.configuration) ? (best?.validationError ?? null) : null,
    ndcg: best?.sampleNdcg ?? null,
    seconds: record.epochs.reduce((sum, { seconds }) => sum + seconds, 0),
  };
});

/** The epoch with the lowest validation error; the last where nothing is held out. */
export const bestEpochOf = ({ epochs }: Pick<RunRecord, 'epochs'>): RecordedEpoch | undefined =>
  bestEpoch(epochs) ?? epochs.at(-1);

export const isInStars = (configuration: Configuration): boolean => measureOf(configuration).error === 'RMSE';

/** Why the figures of two runs must not be subtracted, in a few words; null where they may be. */
export function whyNotComparable(one: RunRecord, other: RunRecord): string | null {
  const [own, theirs] = [heldOutOf(one), heldOutOf(other)];
  if (own.data !== theirs.data) return 'other data';
  if (own.split !== theirs.split) return 'another split';
  return one.configuration.seed === other.configuration.seed ? null : 'another seed';
}

const SPLIT_NAMES = SETTING_NAMES.filter((name) => SETTINGS[name].group === 'split' && name !== 'seed');

/** What is held out in a run, but for the seed: texts that are the same where that is the same. */
export const heldOutOf: (record: RunRecord) => { readonly data: string; readonly split: string } = oncePer((record) => {
  const { name, sha256, ratings, reading } = record.data;
  return {
    data: JSON.stringify([name, sha256, ratings, reading]),
    split: JSON.stringify(SPLIT_NAMES.map((setting) => settingText(setting, record))),
  };
});

/** How far a figure is from that of a run; null where one of the two has none. */
export function difference(name: FigureName, record: RunRecord, from: RunRecord): number | null {
  const [own, theirs] = [figuresOf(record)[name], figuresOf(from)[name]];
  return own === null || theirs === null ? null : own - theirs;
}

/** Settings that have an effect in one of the runs at least, without the model and without what no run depends on. */
export function settingsOf(records: readonly RunRecord[]): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => {
    if (name === 'model' || SETTINGS[name].group === 'recommend') return false;
    return records.some((record) => settingText(name, record) !== null);
  });
}

/** Those of them that are not the same in all runs: one that has no effect in some of them is not, either. */
export function differingSettings(records: readonly RunRecord[]): readonly SettingName[] {
  return settingsOf(records).filter((name) => {
    const [first, ...others] = records.map((record) => settingText(name, record));
    return others.some((text) => text !== first);
  });
}

/** A setting as the same text for the same value; null where it has no effect. */
const settingText = (name: SettingName, record: RunRecord): string | null => settingTexts(record)[name];

const settingTexts: (record: RunRecord) => Readonly<Record<SettingName, string | null>> = oncePer(({ configuration }) => {
  const texts = SETTING_NAMES.map((name) => [name, appliesTo(name, configuration) ? JSON.stringify(configuration[name]) : null]);
  return Object.fromEntries(texts);
});

/** A function of records, which never change, that is worked out once for each. */
function oncePer<Value>(work: (record: RunRecord) => Value): (record: RunRecord) => Value {
  const known = new WeakMap<RunRecord, Value>();
  return (record) => {
    const value = known.get(record) ?? work(record);
    known.set(record, value);
    return value;
  };
}
