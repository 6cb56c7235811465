import { appliesTo, type Configuration, SETTING_NAMES, SETTINGS } from './hyperparameters.ts';
import { formatSetting, inSentence } from './settings/format.ts';
import { labelOf } from './settings/words.ts';

/** The settings in which a trained configuration differs from the one the controls show now. */
export function changedSettings(trained: Configuration, current: Configuration): readonly (keyof Configuration)[] {
  if (trained.model !== current.model) return ['model'];
  return SETTING_NAMES.filter(
    (name) =>
      SETTINGS[name].group !== 'recommend' &&
      appliesTo(name, current) &&
      JSON.stringify(trained[name]) !== JSON.stringify(current[name]),
  );
}

/** Why a result no longer matches the controls, in one sentence; null where it does. */
export function staleReason(trained: Configuration, current: Configuration): string | null {
  const [first, ...others] = changedSettings(trained, current);
  if (first === undefined) return null;
  const label = labelOf(first, current);
  const before = formatSetting(SETTINGS[first], trained[first]);
  const now = formatSetting(SETTINGS[first], current[first]);
  const more = others.length > 0 ? ` (and ${others.length} other ${others.length === 1 ? 'setting' : 'settings'} changed)` : '';
  return `Trained with ${inSentence(label)} ${before}; it is now ${now}${more}.`;
}
