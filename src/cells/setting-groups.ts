import { appliesTo, type Configuration, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import type { SettingGroup } from '../core/settings/setting.ts';

/** They stand with the choice of the model and of what it aims at. */
const APART: readonly SettingName[] = ['model', 'loss', 'listWeight'];

/** The settings of some groups that have an effect, in their order; the choice of the model and of its aim apart. */
export function settingsOf(groups: readonly SettingGroup[], configuration: Configuration): readonly SettingName[] {
  return SETTING_NAMES.filter(
    (name) => !APART.includes(name) && groups.includes(SETTINGS[name].group) && appliesTo(name, configuration),
  );
}

/** How many of these settings differ from where they start. */
export function changedCount(names: readonly SettingName[], configuration: Configuration, defaults: Configuration): number {
  return names.filter((name) => JSON.stringify(configuration[name]) !== JSON.stringify(defaults[name])).length;
}
