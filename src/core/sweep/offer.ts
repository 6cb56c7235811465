import { appliesTo, type Configuration, SETTING_NAMES, SETTINGS, type SettingName } from '../hyperparameters.ts';
import { isInStars } from '../run-figures.ts';
import type { NumberSetting, Setting } from '../settings/setting.ts';
import type { Axis } from './axis.ts';
import type { SweepSettings } from './sweep-settings.ts';

/** Settings that decide what is measured, on which ratings and how long, or that follow another. */
const LEFT_OUT: readonly SettingName[] = ['model', 'loss', 'liked', 'movieFactors', 'engine', 'seed', 'timeBudget', 'patience'];
const GROUPS: readonly string[] = ['model', 'features', 'training'];

/** The hyper-parameters that a sweep can vary, of this configuration. */
export const sweepable = (configuration: Configuration): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => {
    const setting: Setting = SETTINGS[name];
    const isOne = GROUPS.includes(setting.group) && setting.kind !== 'widths' && !LEFT_OUT.includes(name);
    return isOne && appliesTo(name, configuration);
  });

/** How far a range reaches from the value that is set, to both sides: as a factor, and as a share of all that the setting allows. */
const FACTOR = 4;
const SHARE = 0.25;
const STEPS = 4;

/** A range around the value that is set, or all that can be chosen. */
export function offeredAxis(name: SettingName, configuration: Configuration): Axis {
  const setting: Setting = SETTINGS[name];
  if (setting.kind === 'number') return offeredRange(name, setting, configuration[name] as number);
  if (setting.kind === 'choice') {
    const options = setting.options.filter(({ models }) => models?.includes(configuration.model) ?? true);
    return { kind: 'list', name, values: options.map(({ value }) => value) };
  }
  return { kind: 'list', name, values: [false, true] };
}

function offeredRange(name: SettingName, { scale, min, max, integer, step }: NumberSetting, value: number): Axis {
  const held = (bound: number): number => Math.min(max, Math.max(min, bound));
  if (scale === 'log') {
    // What is off starts from the middle of what it could be.
    const centre = value > 0 ? value : Math.sqrt(min * max);
    const round = (bound: number): number => (integer ? Math.round(bound) : Number(bound.toPrecision(2)));
    return { kind: 'range', name, scale, from: held(round(centre / FACTOR)), to: held(round(centre * FACTOR)), steps: STEPS };
  }
  const reach = SHARE * (max - min);
  const onStep = (bound: number): number => Number((Math.round(bound / step) * step).toPrecision(10));
  return { kind: 'range', name, scale, from: held(onStep(value - reach)), to: held(onStep(value + reach)), steps: STEPS };
}

/** Varied first, as far as they apply: what most runs gain from most. */
const FIRST: readonly SettingName[] = ['learningRate', 'l2', 'unobserved', 'regularisation', 'ridge', 'neighbours'];

/** The sweep that is offered before anything was chosen. */
export function offeredSweep(configuration: Configuration): SweepSettings {
  const names = sweepable(configuration);
  const chosen = FIRST.filter((name) => names.includes(name)).slice(0, 2);
  return {
    axes: chosen.map((name) => offeredAxis(name, configuration)),
    method: 'quasi-random',
    rounds: 'full',
    trials: 24,
    seed: 1,
    measure: isInStars(configuration) ? 'rmse' : 'ndcg',
    seconds: 0,
  };
}
