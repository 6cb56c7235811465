import { clamp } from '../clamp.ts';
import { type Configuration, SETTINGS, type SettingName } from '../hyperparameters.ts';
import type { NumberSetting, Setting, WidthsSetting } from './setting.ts';

/** A value made fit for its setting: clamped and rounded; `undefined` where it is not of the right kind at all. */
export function sanitise<Name extends SettingName>(name: Name, value: unknown): Configuration[Name] | undefined {
  return sanitiseValue(SETTINGS[name], value) as Configuration[Name] | undefined;
}

function sanitiseValue(setting: Setting, value: unknown): unknown {
  switch (setting.kind) {
    case 'switch':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return setting.options.find((option) => option.value === value)?.value;
    case 'widths':
      return sanitiseWidths(setting, value);
    case 'seed':
      return isFiniteNumber(value) ? clamp(Math.round(value), 0, setting.max) : undefined;
    case 'number':
      return isFiniteNumber(value) ? sanitiseNumber(setting, value) : undefined;
  }
}

function sanitiseWidths({ min, max, maxLayers }: WidthsSetting, value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || !value.every(isFiniteNumber)) return undefined;
  return value.slice(0, maxLayers).map((width: number) => clamp(Math.round(width), min, max));
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function sanitiseNumber({ min, max, integer, zero }: NumberSetting, value: number): number {
  if (zero && value <= 0) return 0;
  const inside = clamp(value, min, max);
  return integer ? Math.round(inside) : inside;
}
