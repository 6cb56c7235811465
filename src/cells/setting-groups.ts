import {
  appliesTo,
  type ModelName,
  type Overrides,
  SETTING_NAMES,
  SETTINGS,
  type SettingGroup,
  type SettingName,
} from '../core/hyperparameters.ts';

/** The settings of some groups that have an effect on a model, in their order; the choice of the model itself apart. */
export function settingsOf(groups: readonly SettingGroup[], model: ModelName): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => name !== 'model' && groups.includes(SETTINGS[name].group) && appliesTo(name, model));
}

/** How many of these settings differ from the model's defaults. */
export function changedCount(names: readonly SettingName[], overrides: Overrides): number {
  return names.filter((name) => overrides[name] !== undefined).length;
}
