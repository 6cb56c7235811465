import { type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { PRESETS, type Preset } from '../core/presets.ts';
import type { DataSize } from '../core/settings/data-size.ts';
import { resolve } from '../core/settings/defaults.ts';
import { withoutDefaults } from './address/settings-text.ts';

/** What a preset decides: the model and its training, but neither the split nor the engine. */
const isOfPreset = (name: SettingName): boolean => name !== 'engine' && !['split', 'recommend'].includes(SETTINGS[name].group);

const part = (overrides: Overrides, ofPreset: boolean): Overrides =>
  Object.fromEntries(
    SETTING_NAMES.filter((name) => overrides[name] !== undefined && isOfPreset(name) === ofPreset).map((name) => [
      name,
      overrides[name],
    ]),
  );

/** The overrides with everything that a preset decides as it says. */
export const withPreset = (overrides: Overrides, preset: Preset): Overrides =>
  withoutDefaults({ ...part(overrides, false), ...preset.overrides });

/** The preset that overrides stand at on data of a size; null where they have been changed since. */
export function presetOf(overrides: Overrides, size: DataSize): Preset | null {
  const written = (those: Overrides): string => JSON.stringify(part(resolve(those, size), true));
  const own = written(overrides);
  return PRESETS.find((preset) => written(withPreset(overrides, preset)) === own) ?? null;
}
