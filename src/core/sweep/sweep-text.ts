import { SETTINGS, type SettingName } from '../hyperparameters.ts';
import { sanitise } from '../settings/sanitise.ts';
import type { Setting } from '../settings/setting.ts';
import type { Axis, AxisValue } from './axis.ts';
import type { SweepMeasure, SweepMethod, SweepRounds, SweepSettings } from './sweep-settings.ts';

const METHODS: readonly SweepMethod[] = ['grid', 'random', 'quasi-random'];
const ROUNDS: readonly SweepRounds[] = ['full', 'halving', 'hyperband'];
const MEASURES: readonly SweepMeasure[] = ['rmse', 'ndcg'];

/** A sweep as the address says it: `quasi-random,full,24,1,rmse,0;learningRate:log:0.002:0.05:4;l2:list:0.01:0.1`. */
export function writeSweep({ axes, method, rounds, trials, seed, measure, seconds }: SweepSettings): string {
  const head = [method, rounds, trials, seed, measure, seconds].join(',');
  return [head, ...axes.map(writeAxis)].join(';');
}

function writeAxis(axis: Axis): string {
  const parts = axis.kind === 'list' ? ['list', ...axis.values] : [axis.scale, axis.from, axis.to, axis.steps];
  return [axis.name, ...parts].join(':');
}

/** The sweep that a text says; null where it says none. Never throws. What no sweep can do is left to `problemsOf`. */
export function readSweep(text: string): SweepSettings | null {
  const [head = '', ...others] = text.split(';');
  const [method, rounds, trials, seed, measure, seconds] = head.split(',');
  const numbers = [wholeOf(trials), wholeOf(seed), wholeOf(seconds)] as const;
  const axes = others.map(readAxis);
  const isRead =
    METHODS.includes(method as SweepMethod) &&
    ROUNDS.includes(rounds as SweepRounds) &&
    MEASURES.includes(measure as SweepMeasure) &&
    !numbers.includes(null) &&
    axes.every((axis) => axis !== null);
  if (!isRead) return null;
  const [count, draw, limit] = numbers as [number, number, number];
  return {
    axes: axes as readonly Axis[],
    method: method as SweepMethod,
    rounds: rounds as SweepRounds,
    trials: count,
    seed: draw,
    measure: measure as SweepMeasure,
    seconds: limit,
  };
}

function readAxis(text: string): Axis | null {
  const [name = '', kind, ...parts] = text.split(':');
  if (!Object.hasOwn(SETTINGS, name)) return null;
  const setting: Setting = SETTINGS[name as SettingName];
  if (kind === 'list') {
    const values = parts.map((part) => readValue(name as SettingName, setting, part));
    return values.includes(null) ? null : { kind: 'list', name: name as SettingName, values: values as readonly AxisValue[] };
  }
  if (setting.kind !== 'number' || (kind !== 'linear' && kind !== 'log')) return null;
  const [from, to, steps] = parts.map(numberOf);
  if (from == null || to == null || steps == null) return null;
  return { kind: 'range', name: name as SettingName, scale: kind, from, to, steps };
}

function readValue(name: SettingName, setting: Setting, text: string): AxisValue | null {
  const raw = setting.kind === 'number' ? numberOf(text) : setting.kind === 'switch' ? text === 'true' : text;
  const value = raw === null ? undefined : sanitise(name, raw);
  const isAsGiven = value === raw && (setting.kind !== 'switch' || text === String(value));
  return isAsGiven ? (value as AxisValue) : null;
}

/** Null where it is none. */
function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function wholeOf(text: string | undefined): number | null {
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}
