import { isBaseline } from '../../../../core/model-name.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { standingOf } from '../standing.ts';

/**
 * No better than the biases on what was held out, and hardly better on what it learned from: too little capacity, or too much to hold it back
 * (Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2).
 */
export const underfitting: Rule = (facts) => {
  const { isOfStars, used, start } = facts;
  const { baselines, configuration, validationRatings } = start;
  if (!isOfStars || baselines === null || isBaseline(configuration.model)) return null;
  if (standingOf(used.validationError, baselines, validationRatings) === 'better') return null;
  if (used.trainError < used.validationError * GAP) return null;
  return {
    text: `Underfitting: its training error, ${formatRmse(used.trainError)}, is about as large as its validation error, ${formatRmse(used.validationError)}.`,
    proposal: remedyFor(facts),
  };
};

/** Below this share of the validation error, the training error shows that something was learned by heart. */
const GAP = 0.93;

function remedyFor({ start: { configuration }, defaults }: RunFacts): Proposal | undefined {
  const { userFactors, l2 } = configuration;
  if (userFactors < defaults.userFactors / 2) return propose('userFactors', defaults.userFactors);
  return l2 > 2 * defaults.l2 ? propose('l2', defaults.l2) : undefined;
}
