import type { Configuration, SettingName } from '../../../core/hyperparameters.ts';
import { settingsOf } from '../../setting-groups.ts';

/** What bends the curve most, of any model. */
const MAIN: readonly SettingName[] = [
  'learningRate',
  'epochs',
  'userFactors',
  'movieFactors',
  'l2',
  'regularisation',
  'unobserved',
  'neighbours',
  'similarityShrinkage',
  'ridge',
];

/** The few settings that are shown to a class, in the order in which one turns to them. */
export function mainSettings(configuration: Configuration): readonly SettingName[] {
  const all = settingsOf(['model', 'training'], configuration);
  return MAIN.filter((name) => all.includes(name));
}
