import { formatNumber } from '../../../../core/settings/format.ts';
import type { Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { fallsShort } from '../standing.ts';
import { rateBesideUsual } from '../usual-rate.ts';

/** Steps so small that the run ended before it got anywhere: far below the usual rate, and no better than the biases (Bengio 2012, on the learning rate). */
export const rateTooLow: Rule = (facts) => {
  const { start, defaults, last, best } = facts;
  const { learningRate } = start.configuration;
  if (rateBesideUsual(facts) !== 'below' || !fallsShort(facts) || last !== best) return null;
  return {
    text: `The learning rate of ${formatNumber(learningRate)} is too low: the error was still falling, in steps that are too small.`,
    proposal: propose('learningRate', defaults.learningRate),
  };
};
