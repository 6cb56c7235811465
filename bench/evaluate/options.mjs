// @ts-check
import { parseArgs } from 'node:util';
import { findPreset, readData } from '../train/options.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {typeof import('../../src/core/presets.ts').PRESETS} Presets */
/** @typedef {typeof import('../../src/state/address/settings-text.ts').readSettings} ReadSettings */
/** @typedef {import('../train/train-in-page.mjs').Data} Data */
/** @typedef {{ data: Data, settings: Overrides, folder: string, isolated: boolean, node: boolean, threads: number, json: boolean }} Options */

const USAGE = `npm run bench -- evaluate --data <bundled|synthetic-1m|synthetic-25m|path to a MovieLens zip> [--preset "Best error"] [--model M]
  [--split random:0.2] [--seed N] [--engine E] [--set name=value …] [--node [--threads N]] [--folder dist] [--json]`;

const STRING = /** @type {const} */ ({ type: 'string' });
const SWITCH = /** @type {const} */ ({ type: 'boolean', default: false });

/** Which setting says how much a split holds out. */
const SPLITS = /** @type {const} */ ({
  random: 'validationShare',
  'time-cut': 'validationShare',
  'leave-last': 'validationPerUser',
});

/**
 * @param {readonly string[]} words of the command line, after `evaluate`
 * @param {{ readonly PRESETS: Presets, readonly readSettings: ReadSettings, readonly SETTING_NAMES: readonly string[] }} page
 * @returns {Promise<Options>}
 * @throws Error with a sentence for the user
 */
export async function readEvaluateOptions(words, { PRESETS, readSettings, SETTING_NAMES }) {
  const { data, preset, model, split, seed, engine, set, ...rest } = parse(words);
  if (data === undefined) throw new Error(`--data is missing.\n${USAGE}`);
  const entries = new Map([
    ...Object.entries(presetOf(preset, PRESETS)),
    ...(model === undefined ? [] : [entry('model', model)]),
    ...(split === undefined ? [] : readSplit(split)),
    ...(seed === undefined ? [] : [entry('seed', seed)]),
    ...(engine === undefined ? [] : [entry('engine', engine)]),
    ...(set ?? []).map(readPair),
  ]);
  return {
    data: await readData(data),
    settings: readAll(entries, readSettings, SETTING_NAMES),
    folder: rest.folder,
    isolated: true,
    node: rest.node,
    threads: Number(rest.threads),
    json: rest.json,
  };
}

/** @param {readonly string[]} words */
function parse(words) {
  const texts = { data: STRING, preset: STRING, model: STRING, split: STRING, seed: STRING, engine: STRING };
  const options = /** @type {const} */ ({
    ...texts,
    set: { type: 'string', multiple: true },
    threads: { type: 'string', default: '2' },
    folder: { type: 'string', default: 'dist' },
    node: SWITCH,
    json: SWITCH,
  });
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

/** @param {string} name @param {string} value @returns {[string, string]} */
const entry = (name, value) => [name, value];

/** @param {string | undefined} label @param {Presets} presets @returns {Record<string, string>} as an address has them */
function presetOf(label, presets) {
  if (label === undefined) return {};
  return Object.fromEntries(Object.entries(findPreset(label, presets)).map(([name, value]) => [name, String(value)]));
}

/** @param {string} text @returns {[string, string][]} */
function readSplit(text) {
  const [name = '', size = ''] = text.split(':');
  const setting = SPLITS[/** @type {keyof typeof SPLITS} */ (name)];
  if (!setting || size === '') throw new Error(`--split takes random:0.2, time-cut:0.2 or leave-last:1, not "${text}".`);
  return [entry('split', name), entry(setting, size)];
}

/** @param {string} text @returns {[string, string]} */
function readPair(text) {
  const at = text.indexOf('=');
  if (at <= 0) throw new Error(`--set takes name=value, not "${text}".`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/**
 * The page ignores what it does not know; a measurement must not.
 *
 * @param {ReadonlyMap<string, string>} entries @param {ReadSettings} readSettings @param {readonly string[]} names
 * @returns {Overrides}
 */
function readAll(entries, readSettings, names) {
  const unknown = [...entries.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no setting "${unknown}".`);
  const { overrides, problems } = readSettings(entries);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return overrides;
}
