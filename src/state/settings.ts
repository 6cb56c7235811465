import { type Configuration, type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { type DataSize, defaultsFor, resolve } from '../core/settings/defaults.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import { EMBEDDING_SIZES, readSettings, withoutDefaults, writeSettings } from './address/settings-text.ts';
import { withPreset } from './preset.ts';
import { selectDataSize } from './selectors.ts';
import { defineSlice } from './slice.ts';

/** The hyper-parameters, which several cells show and all runs go by. */
export const settingsSlice = defineSlice({ overrides: {} }, ({ getState, setState, actions }) => ({
  actions: {
    set: (name, value) => {
      const size = selectDataSize(getState());
      setState(({ overrides }) => ({ overrides: withSetting(overrides, name, value, size) }));
      actions.dismissAddressProblems(SETTINGS[name].group);
    },
    takePreset: (preset) => setState(({ overrides }) => ({ overrides: withPreset(overrides, preset) })),
    reset: (group) => setState(({ overrides }) => ({ overrides: withoutGroup(overrides, group) })),
    takeSettings: (overrides) => setState({ overrides }),
  },
  address: {
    names: SETTING_NAMES,
    open(entries) {
      const { overrides, problems } = readSettings(entries);
      setState({ overrides });
      return problems;
    },
    write: ({ overrides }) => writeSettings(overrides),
  },
}));

/** A setting that is put back to where it starts on the data that is loaded goes with the data from then on. */
function withSetting<Name extends SettingName>(
  overrides: Overrides,
  name: Name,
  value: Configuration[Name],
  size: DataSize,
): Overrides {
  const fit = sanitise(name, value);
  if (fit === undefined) return overrides;
  const chosen = { ...freeOfOtherSize(overrides, name, size), [name]: fit };
  const { [name]: _, ...others } = chosen;
  const isBack =
    name !== 'model' &&
    !EMBEDDING_SIZES.includes(name) &&
    JSON.stringify(defaultsFor(chosen, size)[name]) === JSON.stringify(fit);
  return withoutDefaults(isBack ? (others as Overrides) : chosen);
}

/** Where a list is learned, both embeddings have the size that either was given last. */
function freeOfOtherSize(overrides: Overrides, name: SettingName, size: DataSize): Overrides {
  if (resolve(overrides, size).listWeight === 0) return overrides;
  const { userFactors, movieFactors, ...others } = overrides;
  return EMBEDDING_SIZES.includes(name) ? others : overrides;
}

function withoutGroup(overrides: Overrides, group: SettingGroup): Overrides {
  const kept = Object.entries(overrides).filter(([name]) => name === 'model' || SETTINGS[name as SettingName].group !== group);
  return Object.fromEntries(kept);
}
