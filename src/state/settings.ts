import { defaultsOn } from '../core/aim.ts';
import type { Feedback } from '../core/clean/findings.ts';
import { type Configuration, type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import type { DataSize } from '../core/settings/data-size.ts';
import { resolve } from '../core/settings/defaults.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import { AIM_NAMES, EMBEDDING_SIZES, readSettings, withoutDefaults, writeSettings } from './address/settings-text.ts';
import { withPreset } from './preset.ts';
import { selectDataSize, selectFeedback } from './selectors.ts';
import { defineSlice } from './slice.ts';

/** The hyper-parameters, which several cells show and all runs go by. */
export const settingsSlice = defineSlice({ overrides: {} }, ({ getState, setState, undoable, landmark, actions }) => {
  /** Settings that came otherwise, as from an address, are not to be undone by what was done before them. */
  const put = (overrides: Overrides, instead: Overrides): boolean => {
    const isThere = getState().overrides === instead;
    if (isThere) setState({ overrides });
    return isThere;
  };

  const change = (after: Overrides, words: string, name?: string): void => {
    const before = getState().overrides;
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    setState({ overrides: after });
    undoable({ words, before, after, put, ...(name && { name }) });
    if (name === undefined) landmark();
  };

  const setAll = (settings: Partial<Configuration>): void => {
    const [size, feedback] = [selectDataSize(getState()), selectFeedback(getState())];
    const names = Object.keys(settings) as SettingName[];
    const after = names.reduce(
      (overrides, name) => withSetting(overrides, name, settings[name] as never, size, feedback),
      getState().overrides,
    );
    const [name] = names;
    if (name && names.length === 1) change(after, `${SETTINGS[name].label} changed.`, name);
    else change(after, 'Settings changed.');
    for (const { group } of names.map((one) => SETTINGS[one])) actions.dismissAddressProblems(group);
  };

  return {
    actions: {
      set: (name, value) => setAll({ [name]: value }),
      setAll,
      takePreset: (preset) => change(withPreset(getState().overrides, preset), `Preset “${preset.label}” applied.`),
      reset: (...groups) => change(withoutGroups(getState().overrides, groups), 'Settings reset to their defaults.'),
      takeSettings: (overrides) => change(overrides, 'Settings of the run applied.'),
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
  };
});

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

function withoutGroups(overrides: Overrides, groups: readonly SettingGroup[]): Overrides {
  const kept = Object.entries(overrides).filter(
    ([name]) => name === 'model' || !groups.includes(SETTINGS[name as SettingName].group),
  );
  return Object.fromEntries(kept);
}
