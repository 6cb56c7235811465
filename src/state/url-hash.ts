import { type Configuration, type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { DATA_SIZES, type DataSize, defaultsFor } from '../core/settings/defaults.ts';
import { formatSetting } from '../core/settings/format.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import type { Setting, SettingGroup } from '../core/settings/setting.ts';
import { type NamedData, parseNamedData } from './data-choice.ts';

/** A part of the address that could not be used as it stands, and what was done instead. */
export interface AddressProblem {
  readonly group: SettingGroup | 'data' | 'recommend' | 'page';
  readonly message: string;
}

export interface Address {
  readonly overrides: Overrides;
  /** What to put into the user field; null where the address does not say. */
  readonly userText: string | null;
  /** The data set to load. */
  readonly data: NamedData;
  readonly problems: readonly AddressProblem[];
}

/** Reads `#model=mlp&hidden=64,32&seed=7&user=15`. Never throws: what cannot be used becomes a problem. */
export function readHash(hash: string): Address {
  const problems: AddressProblem[] = [];
  const overrides: Record<string, unknown> = {};
  let userText: string | null = null;
  let data: NamedData = 'bundled';
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  for (const [name, text] of entries) {
    if (name === 'user') {
      userText = text.slice(0, 200);
    } else if (name === 'data') {
      const named = parseNamedData(text);
      data = named ?? 'bundled';
      if (!named) problems.push({ group: 'data', message: unknownData(text) });
    } else if (!isSettingName(name)) {
      problems.push({ group: 'page', message: `The address has an unknown setting “${clip(name)}”; it is ignored.` });
    } else {
      const { value, problem } = readSetting(name, text);
      if (problem) problems.push({ group: SETTINGS[name].group, message: problem });
      if (value !== undefined) overrides[name] = value;
    }
  }
  return { overrides: withoutDefaults(overrides as Overrides), userText, data, problems };
}

/** The address of an experiment: only what differs from the bundled data and the model's defaults. */
export function writeHash(overrides: Overrides, userText: string, data: NamedData): string {
  const entries = new URLSearchParams();
  if (data !== 'bundled') entries.set('data', data);
  for (const name of SETTING_NAMES) {
    const value = overrides[name];
    if (value !== undefined) entries.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  if (userText !== '') entries.set('user', userText);
  const text = entries.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}

/**
 * Overrides that say something: those that differ from the model's defaults on data of one of the sizes, and the model where it is not
 * the first. What is the default on data of another size was chosen here, and stays when such data is loaded.
 */
export function withoutDefaults(overrides: Overrides, sizes: readonly DataSize[] = DATA_SIZES): Overrides {
  const defaults = sizes.map((size) => defaultsFor(overrides, size));
  const isDefault = (name: SettingName): boolean =>
    defaults.every((those) => JSON.stringify(those[name]) === JSON.stringify(overrides[name]));
  const kept = SETTING_NAMES.filter(
    (name) => overrides[name] !== undefined && (name === 'model' ? overrides.model !== 'dot' : !isDefault(name)),
  );
  return Object.fromEntries(kept.map((name) => [name, overrides[name]]));
}

const unknownData = (text: string): string =>
  `The address asks for the data set “${clip(text)}”, which is not one of bundled, ml-1m, synthetic-100k, synthetic-1m, synthetic-10m or synthetic-USERSxMOVIESxRATINGS; bundled is loaded.`;

interface Reading {
  readonly value?: Configuration[SettingName] | undefined;
  readonly problem?: string;
}

function readSetting(name: SettingName, text: string): Reading {
  const setting = SETTINGS[name];
  const raw = decode(setting, text);
  const value = sanitise(name, raw);
  const start = `The address sets ${setting.label.toLowerCase()} to “${clip(text)}”`;
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

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

const clip = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
