import { type Configuration, goesByRows, SETTINGS, type SettingName } from '../hyperparameters.ts';
import { isPairwise } from '../loss.ts';
import type { Setting } from './setting.ts';

type Rule = Pick<Configuration, 'loss' | 'optimizer'>;

/** What a setting is called, which depends on others. */
export const labelOf = (name: SettingName, rule: Rule): string => ofOneSize(name, rule)?.label ?? SETTINGS[name].label;

/** What it does, in one line. */
export function helpOf(name: SettingName, rule: Rule): string {
  const setting: Setting = SETTINGS[name];
  const ofPairs = isPairwise(rule.loss) ? setting.ofPairs : undefined;
  return (ofPairs ?? ofOneSize(name, rule) ?? setting).help;
}

/** Whether users and movies have embeddings of one size in any case. */
export const hasOneSize = (rule: Rule): boolean =>
  rule.loss === 'implicit' || rule.optimizer === 'sgd-by-rating' || goesByRows(rule);

const ofOneSize = (name: SettingName, rule: Rule): Setting['ofRows'] =>
  hasOneSize(rule) ? (SETTINGS[name] as Setting).ofRows : undefined;
