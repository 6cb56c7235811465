import { appliesTo, type Configuration, SETTING_NAMES, SETTINGS } from './hyperparameters.ts';
import { formatSetting } from './settings/format.ts';

/** Which model it is, in a few words: "Dot product with biases, 50 factors". */
export function modelWords(configuration: Configuration): string {
  const write = (name: 'model' | 'neighbours' | 'hidden'): string => formatSetting(SETTINGS[name], configuration[name]);
  const applies = (name: keyof Configuration): boolean => appliesTo(name, configuration);
  const features = SETTING_NAMES.filter(
    (name) => SETTINGS[name].group === 'features' && configuration[name] === true && applies(name),
  );
  return [
    applies('biases') && configuration.biases ? `${write('model')} with biases` : write('model'),
    applies('neighbours') && `${write('neighbours')} at most`,
    applies('hidden') && configuration.hidden.length > 0 && `hidden layers ${write('hidden')}`,
    applies('userFactors') && factorWords(configuration),
    features.length > 0 && quantity(features.length, 'feature'),
  ]
    .filter((words) => words !== false)
    .join(', ');
}

function factorWords({ loss, userFactors, movieFactors }: Configuration): string {
  if (loss === 'implicit' || userFactors === movieFactors) return quantity(userFactors, 'factor');
  return `${userFactors} user and ${quantity(movieFactors, 'movie factor')}`;
}

const quantity = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
