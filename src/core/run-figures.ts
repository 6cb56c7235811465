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

export function figuresOf(record: RunRecord): RunFigures {
  const best = bestEpochOf(record);
  return {
    rmse: isInStars(record.configuration) ? (best?.validationError ?? null) : null,
    ndcg: best?.sampleNdcg ?? null,
    seconds: record.epochs.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** The epoch with the lowest validation error; the last where nothing is held out. */
export const bestEpochOf = ({ epochs }: Pick<RunRecord, 'epochs'>): RecordedEpoch | undefined =>
  bestEpoch(epochs) ?? epochs.at(-1);

export const isInStars = (configuration: Configuration): boolean => measureOf(configuration).error === 'RMSE';

/** Why the figures of two runs must not be subtracted, in a few words; null where they may be. */
export function whyNotComparable(one: RunRecord, other: RunRecord): string | null {
  const { name, sha256, ratings, reading } = one.data;
  const isSameData =
    name === other.data.name && sha256 === other.data.sha256 && ratings === other.data.ratings && reading === other.data.reading;
  if (!isSameData) return 'other data';
  const differs = (setting: SettingName): boolean =>
    appliesTo(setting, one.configuration) && one.configuration[setting] !== other.configuration[setting];
  if (SPLIT_NAMES.some(differs)) return 'another split';
  return differs('seed') ? 'another seed' : null;
}

const SPLIT_NAMES = SETTING_NAMES.filter((name) => SETTINGS[name].group === 'split' && name !== 'seed');

/** How far a figure is from that of a run; null where one of the two has none. */
export function difference(name: FigureName, record: RunRecord, from: RunRecord): number | null {
  const [own, theirs] = [figuresOf(record)[name], figuresOf(from)[name]];
  return own === null || theirs === null ? null : own - theirs;
}

/** Settings that have an effect in one of the runs at least, without the model and without what no run depends on. */
export function settingsOf(records: readonly RunRecord[]): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => {
    if (name === 'model' || SETTINGS[name].group === 'recommend') return false;
    return records.some(({ configuration }) => appliesTo(name, configuration));
  });
}

/** Those of them that are not the same in all runs: one that has no effect in some of them is not, either. */
export function differingSettings(records: readonly RunRecord[]): readonly SettingName[] {
  return settingsOf(records).filter((name) => new Set(records.map((record) => settingText(name, record))).size > 1);
}

/** A setting as the same text for the same value; null where it has no effect. */
const settingText = (name: SettingName, { configuration }: RunRecord): string | null =>
  appliesTo(name, configuration) ? JSON.stringify(configuration[name]) : null;
