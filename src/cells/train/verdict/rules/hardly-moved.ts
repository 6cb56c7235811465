import { batchSizeOf, goesByRows } from '../../../../core/hyperparameters.ts';
import { isBaseline } from '../../../../core/model-name.ts';
import { formatQuantity, formatRmse } from '../../../../ui/format.ts';
import type { Rule } from '../finding.ts';
import { remedyFor } from './still-falling.ts';

/** Biases alone, the first thing that a gradient finds, come further than half of the way from the mean. */
const HALF = 0.5;

/** Even on what it learned from, the error stayed near that of the mean: the steps were too few or too small (Bengio 2012, on the learning rate). */
export const hardlyMoved: Rule = (facts) => {
  const { isOfStars, last, start } = facts;
  const { baselines, configuration, trainRatings } = start;
  if (!isOfStars || baselines === null || isBaseline(configuration.model)) return null;
  const level = baselines.globalMean - HALF * (baselines.globalMean - baselines.biases);
  if (last.trainError < level || last.validationError < level) return null;
  const steps = last.epoch * Math.ceil(trainRatings / batchSizeOf(configuration));
  const effort = goesByRows(configuration) ? formatQuantity(last.epoch, 'epoch') : formatQuantity(steps, 'step');
  return {
    text: `It hardly learned: after ${effort} the training error is ${formatRmse(last.trainError)}, near the ${formatRmse(baselines.globalMean)} of the mean.`,
    proposal: remedyFor(facts),
  };
};
