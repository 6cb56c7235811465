import { type Configuration, SETTINGS, type SettingName } from '../hyperparameters.ts';
import { formatSetting } from '../settings/format.ts';
import { sanitise } from '../settings/sanitise.ts';
import type { Setting } from '../settings/setting.ts';

export type AxisValue = number | string | boolean;

/** The values that a sweep gives to one setting. */
export type Axis = RangeAxis | ListAxis;

export interface RangeAxis {
  readonly kind: 'range';
  readonly name: SettingName;
  readonly scale: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  /** How many values a grid takes of it, both ends included. */
  readonly steps: number;
}

export interface ListAxis {
  readonly kind: 'list';
  readonly name: SettingName;
  readonly values: readonly AxisValue[];
}

/** What a trial sets, over the settings that all trials share. */
export type TrialValues = Readonly<Partial<Record<SettingName, AxisValue>>>;

/** The value at a share of the axis, 0 … 1: of a list the one whose part of the axis that is. */
export function valueAt(axis: Axis, share: number): AxisValue {
  if (axis.kind === 'list') {
    return axis.values[Math.min(axis.values.length - 1, Math.floor(share * axis.values.length))] as AxisValue;
  }
  const { name, scale, from, to } = axis;
  const value = scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  return fitting(name, value);
}

/** The values that a grid takes, without those that rounding makes equal. */
export function gridValues(axis: Axis): readonly AxisValue[] {
  if (axis.kind === 'list') return [...new Set(axis.values)];
  const { steps } = axis;
  return [...new Set(Array.from({ length: steps }, (_, at) => valueAt(axis, steps === 1 ? 0.5 : at / (steps - 1))))];
}

/** Within the limits of the setting, with no more digits than tell values of an axis apart. */
function fitting(name: SettingName, value: number): number {
  return sanitise(name, Number(value.toPrecision(4))) as number;
}

/** Settings with the values of a trial. Both embeddings have the same size, as a list is read off their product. */
export function withValues(base: Configuration, values: TrialValues): Configuration {
  const { userFactors } = values;
  return { ...base, ...values, ...(userFactors !== undefined && { movieFactors: userFactors }) } as Configuration;
}

export const settingOf = (axis: Axis): Setting => SETTINGS[axis.name];

/** As the page writes it. */
export const formatValue = (name: SettingName, value: AxisValue): string =>
  formatSetting(SETTINGS[name], value as Configuration[SettingName]);
