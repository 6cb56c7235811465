import { type Configuration, type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../../core/hyperparameters.ts';
import { DATA_SIZES, type DataSize } from '../../core/settings/data-size.ts';
import { defaultsFor } from '../../core/settings/defaults.ts';
import { formatSetting, inSentence } from '../../core/settings/format.ts';
import { sanitise } from '../../core/settings/sanitise.ts';
import type { Setting } from '../../core/settings/setting.ts';
import type { AddressProblem } from '../notebook-state.ts';
import { clip } from './clip.ts';

/** Reads `model=mlp`, `hidden=64,32`, `seed=7`… Never throws: what cannot be used becomes a problem. */
export function readSettings(entries: ReadonlyMap<string, string>): {
  readonly overrides: Overrides;
  readonly problems: readonly AddressProblem[];
} {
  const problems: AddressProblem[] = [];
  const overrides: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const text = entries.get(name);
    if (text === undefined) continue;
    const { value, problem } = readSetting(name, text);
    if (problem) problems.push({ group: SETTINGS[name].group, message: problem });
    if (value !== undefined) overrides[name] = value;
  }
  return { overrides: withoutDefaults(overrides as Overrides, DATA_SIZES, AIM_NAMES), problems };
}

export function writeSettings(overrides: Overrides): Readonly<Record<string, string>> {
  const names = SETTING_NAMES.filter((name) => overrides[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, String(overrides[name])]));
}

/**
 * Overrides that say something: those that differ from the model's defaults on data of one of the sizes, and the model where it is not
 * the first. What is the default on data of another size was chosen here, and stays when such data is loaded; so do those of `always`.
 */
export function withoutDefaults(
  overrides: Overrides,
  sizes: readonly DataSize[] = DATA_SIZES,
  always: readonly SettingName[] = [],
): Overrides {
  const defaults = sizes.map((size) => defaultsFor(overrides, size));
  const isDefault = (name: SettingName): boolean =>
    defaults.every((those) => JSON.stringify(those[name]) === JSON.stringify(overrides[name]));
  const isGiven = (name: SettingName): boolean => overrides[name] !== undefined && !isDefault(name);
  const isKept = (name: SettingName): boolean => {
    if (name === 'model') return overrides.model !== 'dot';
    if (always.includes(name)) return true;
    return EMBEDDING_SIZES.includes(name) ? EMBEDDING_SIZES.some(isGiven) : isGiven(name);
  };
  const kept = SETTING_NAMES.filter((name) => overrides[name] !== undefined && isKept(name));
  return Object.fromEntries(kept.map((name) => [name, overrides[name]]));
}

/** Where these start depends on what the ratings tell, which is not known before they are loaded. */
export const AIM_NAMES: readonly SettingName[] = ['loss', 'listWeight', 'liked'];

/** Left out together or not at all: where a list is learned, one that stands alone is the size of both embeddings. */
export const EMBEDDING_SIZES: readonly SettingName[] = ['userFactors', 'movieFactors'];

interface Reading {
  readonly value?: Configuration[SettingName] | undefined;
  readonly problem?: string;
}

function readSetting(name: SettingName, text: string): Reading {
  const setting = SETTINGS[name];
  const raw = decode(setting, text);
  const value = sanitise(name, raw);
  const start = `The address sets ${inSentence(setting.label)} to “${clip(text)}”`;
  if (value === undefined) return { problem: `${start}, which is not ${expected(setting)}; the default is used.` };
  if (JSON.stringify(value) === JSON.stringify(raw)) return { value };
  return { value, problem: `${start}, which is not ${expected(setting)}; ${formatSetting(setting, value)} is used.` };
}

function decode(setting: Setting, text: string): unknown {
  switch (setting.kind) {
    case 'choice':
      return text;
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'widths':
      return text === '' ? [] : text.split(',').map(decodeNumber);
    default:
      return decodeNumber(text);
  }
}

const decodeNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

function expected(setting: Setting): string {
  switch (setting.kind) {
    case 'choice':
      return `one of ${setting.options.map(({ value }) => value).join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'widths':
      return `a list of at most ${setting.maxLayers} whole numbers from ${setting.min} to ${setting.max}`;
    case 'seed':
      return `a whole number from 0 to ${setting.max}`;
    case 'number':
      return `a ${setting.integer ? 'whole ' : ''}number from ${setting.zero ? 0 : setting.min} to ${setting.max}`;
  }
}
