import { defaultsOn } from '../core/aim.ts';
import type { Feedback } from '../core/clean/findings.ts';
import { type Configuration, type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { type DataSize, resolve } from '../core/settings/defaults.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import { AIM_NAMES, EMBEDDING_SIZES, readSettings, withoutDefaults, writeSettings } from './address/settings-text.ts';
import { withPreset } from './preset.ts';
import { selectDataSize, selectFeedback } from './selectors.ts';
import { defineSlice } from './slice.ts';

/** The hyper-parameters, which several cells show and all runs go by. */
export const settingsSlice = defineSlice({ overrides: {} }, ({ getState, setState, actions }) => ({
  actions: {
    set: (name, value) => {
      const [size, feedback] = [selectDataSize(getState()), selectFeedback(getState())];
      setState(({ overrides }) => ({ overrides: withSetting(overrides, name, value, size, feedback) }));
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
  feedback: Feedback,
): Overrides {
  const fit = sanitise(name, value);
  if (fit === undefined) return overrides;
  const chosen = { ...freeOfOtherSize(overrides, name, size), [name]: fit };
  const { [name]: _, ...others } = chosen;
  const isBack =
    name !== 'model' &&
    !EMBEDDING_SIZES.includes(name) &&
    JSON.stringify(startOf(name, chosen, size, feedback)) === JSON.stringify(fit);
  return withoutDefaults(isBack ? (others as Overrides) : chosen, undefined, AIM_NAMES);
}

/** Where a setting starts beside others. What the aim starts with depends on whether these settings themselves are given. */
function startOf<Name extends SettingName>(
  name: Name,
  chosen: Overrides,
  size: DataSize,
  feedback: Feedback,
): Configuration[Name] {
  const { [name]: _, ...others } = chosen;
  return defaultsOn(feedback, AIM_NAMES.includes(name) ? (others as Overrides) : chosen, size)[name];
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
