import {
  appliesTo,
  type Configuration,
  type Overrides,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
} from '../core/hyperparameters.ts';
import type { SettingGroup } from '../core/settings/setting.ts';

/** The settings of some groups that have an effect, in their order; the choice of the model itself apart. */
export function settingsOf(groups: readonly SettingGroup[], configuration: Configuration): readonly SettingName[] {
  return SETTING_NAMES.filter(
    (name) => name !== 'model' && groups.includes(SETTINGS[name].group) && appliesTo(name, configuration),
  );
}

/** How many of these settings differ from the model's defaults. */
export function changedCount(names: readonly SettingName[], overrides: Overrides): number {
  return names.filter((name) => overrides[name] !== undefined).length;
}
