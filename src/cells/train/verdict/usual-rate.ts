import { type Configuration, goesByRows } from '../../../core/hyperparameters.ts';
import { isBaseline } from '../../../core/model-name.ts';
import type { RunFacts } from './facts.ts';

/** Bengio (2012, on the learning rate) tries rates that differ by a factor of three: closer ones come to about the same. */
const FACTOR = 3;

/** Whether a model goes down a gradient at all. */
export const hasRates = (configuration: Configuration): boolean =>
  !isBaseline(configuration.model) && configuration.loss !== 'implicit' && !goesByRows(configuration);

/** How the learning rate of a run stands beside the one that these settings start with. */
export function rateBesideUsual({ start: { configuration }, defaults }: RunFacts): 'above' | 'below' | 'near' {
  if (!hasRates(configuration)) return 'near';
  const times = configuration.learningRate / defaults.learningRate;
  if (times >= FACTOR * (1 - ROUNDING)) return 'above';
  return times <= (1 / FACTOR) * (1 + ROUNDING) ? 'below' : 'near';
}

const ROUNDING = 1e-9;
