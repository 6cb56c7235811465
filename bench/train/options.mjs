// @ts-check
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { syntheticZip } from '../load/synthetic.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').SettingName} SettingName */
/** @typedef {import('../../src/core/settings/setting.ts').Setting} Setting */
/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {import('./train-in-page.mjs').Data} Data */
/** @typedef {typeof import('../../src/core/hyperparameters.ts').SETTINGS} Settings */
/** @typedef {typeof import('../../src/core/settings/sanitise.ts').sanitise} Sanitise */
/** @typedef {typeof import('../../src/core/presets.ts').PRESETS} Presets */
/** @typedef {{ readonly SETTINGS: Settings, readonly sanitise: Sanitise, readonly PRESETS: Presets }} Limits */
/** @typedef {{ data: Data, settings: Overrides, restSeconds: number, folder: string, isolated: boolean, json: boolean }} Options */

const USAGE = `npm run bench -- train --data <bundled|synthetic-1m|synthetic-25m|path to a MovieLens zip> --model <dot|mlp> [--preset "Lowest error"]
  [--engine auto|simd|webgpu|webgl|wasm|cpu] [--batch N] [--dim N] [--epochs N] [--split random:0.1] [--seed N]
  [--optimizer adam|lazy-adam|sgd|sgd-by-rating|adagrad|als|gibbs] [--lr X] [--l2 X] [--list-weight X] [--rest SECONDS] [--unisolated] [--folder dist] [--json]
Stars alone are trained, as others do it, unless --list-weight says how much the list counts; the page's default is 0.8.
synthetic-1m is made up in the page; synthetic-25m is the zip that "load" gives it.
Train is pressed as soon as the ratings are there, which no visitor does, or after so many seconds of rest.`;

/** Option → the settings of the page that it sets. @type {Readonly<Record<string, readonly SettingName[]>>} */
const SETTING_OPTIONS = {
  model: ['model'],
  engine: ['engine'],
  batch: ['batchSize'],
  dim: ['userFactors', 'movieFactors'],
  epochs: ['epochs'],
  split: ['validationShare'],
  seed: ['seed'],
  optimizer: ['optimizer'],
  lr: ['learningRate'],
  l2: ['l2'],
  'list-weight': ['listWeight'],
};

const STARS_ALONE = { listWeight: 0 };

const STRING = /** @type {const} */ ({ type: 'string' });
const SWITCH = /** @type {const} */ ({ type: 'boolean', default: false });

/**
 * @param {readonly string[]} words of the command line
 * @param {Limits} limits
 * @returns {Promise<Options>}
 * @throws Error with a sentence for the user
 */
export async function readOptions(words, limits) {
  const [command, ...rest] = words;
  if (command !== 'train') throw new Error(`The command is "train", not ${command ? `"${command}"` : 'nothing'}.\n${USAGE}`);
  const { folder, json, unisolated, data, preset, rest: seconds, ...texts } = parse(rest);
  if (data === undefined) throw new Error(`--data is missing.\n${USAGE}`);
  if (texts.model === undefined) throw new Error(`--model is missing.\n${USAGE}`);
  return {
    data: await readData(String(data)),
    settings: {
      ...STARS_ALONE,
      ...(preset === undefined ? {} : findPreset(String(preset), limits.PRESETS)),
      ...readSettings(/** @type {Record<string, string>} */ (texts), limits),
    },
    restSeconds: readRest(String(seconds)),
    folder: String(folder),
    isolated: !unisolated,
    json: Boolean(json),
  };
}

/** @param {readonly string[]} words @returns {Record<string, string | boolean | undefined>} */
function parse(words) {
  const settings = Object.fromEntries(Object.keys(SETTING_OPTIONS).map((name) => [name, STRING]));
  const texts = { data: STRING, preset: STRING, rest: { ...STRING, default: '0' }, folder: { ...STRING, default: 'dist' } };
  const others = { ...texts, json: SWITCH, unisolated: SWITCH };
  try {
    return parseArgs({ args: [...words], options: { ...settings, ...others } }).values;
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

/** @param {string} text */
function readRest(text) {
  const seconds = toNumber(text);
  if (seconds >= 0 && seconds <= 60) return seconds;
  throw new Error(`--rest takes a number of seconds from 0 to 60, not "${text}".`);
}

/** What the preset of a name sets. @param {string} label @param {Presets} presets @returns {Overrides} */
export function findPreset(label, presets) {
  const found = presets.find((preset) => preset.label.toLowerCase() === label.toLowerCase());
  if (!found) throw new Error(`--preset takes ${presets.map((preset) => `"${preset.label}"`).join(', ')}, not "${label}".`);
  return found.overrides;
}

/** @param {string} text @returns {Promise<Data>} */
export async function readData(text) {
  if (text === 'bundled' || text === 'synthetic-1m') return { kind: text };
  if (text === 'synthetic-25m') return { kind: 'file', path: await syntheticZip(text, 'csv') };
  const found = await stat(text).catch(() => undefined);
  if (found?.isFile()) return { kind: 'file', path: text };
  throw new Error(
    `--data takes bundled, synthetic-1m, synthetic-25m or the path of a MovieLens zip; there is no file "${text}".`,
  );
}

/** @param {Record<string, string | undefined>} texts by option @param {Limits} limits @returns {Overrides} */
function readSettings(texts, limits) {
  const entries = Object.entries(SETTING_OPTIONS).flatMap(([option, names]) => {
    const text = texts[option];
    if (text === undefined) return [];
    return names.map((name) => [name, readSetting(option, name, text, limits)]);
  });
  return Object.fromEntries(entries);
}

/** @param {string} option @param {SettingName} name @param {string} text @param {Limits} limits */
function readSetting(option, name, text, { SETTINGS, sanitise }) {
  const setting = SETTINGS[name];
  const value = setting.kind === 'choice' ? text : toNumber(option === 'split' ? text.replace(/^random:/, '') : text);
  const isSplit = option !== 'split' || text.startsWith('random:');
  if (isSplit && Object.is(sanitise(name, value), value)) return value;
  throw new Error(`--${option} takes ${expected(setting, option === 'split')}, not "${text}".`);
}

/** Digits as people write them: no blanks, no hexadecimal, no Infinity. @param {string} text */
const toNumber = (text) => (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN);

/** @param {Setting} setting @param {boolean} isSplit */
function expected(setting, isSplit) {
  if (setting.kind === 'choice')
    return setting.options
      .map(({ value }) => value)
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' or ');
  if (setting.kind === 'seed') return `a whole number from 0 to ${setting.max}`;
  if (setting.kind !== 'number') throw new TypeError(`No option sets ${setting.label}`);
  const { integer, zero, min, max } = setting;
  if (isSplit) return `random: and the share that is held out, from ${min} to ${max}, such as random:0.1`;
  return `${zero ? '0 or ' : ''}a ${integer ? 'whole ' : ''}number from ${min} to ${max}`;
}
