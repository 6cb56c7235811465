import { type Configuration, SETTINGS, type SettingName } from '../../../core/hyperparameters.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import type { Proposal } from './finding.ts';

/** To set one setting: "Set learning rate to 0.01". */
export function propose<Name extends SettingName>(name: Name, value: Configuration[Name]): Proposal {
  const setting = SETTINGS[name];
  return {
    label: `Set ${setting.label.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())} to ${formatSetting(setting, value)}`,
    settings: { [name]: value },
  };
}
