import { isBaseline } from '../../../../core/model-name.ts';
import { hasOneSize } from '../../../../core/settings/words.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { fallsShort } from '../standing.ts';
import { remedyFor } from './still-falling.ts';

/**
 * Hardly better on what it learned from than on what was held out, and no better there than the biases, or with far fewer factors or a far
 * stronger L2 than usual: too little capacity, or too much to hold it back
 * (Goodfellow, Bengio and Courville 2016, "Deep Learning", section 5.2).
 */
export const underfitting: Rule = (facts) => {
  const { isOfStars, used, last, best, start } = facts;
  if (!isOfStars || isBaseline(start.configuration.model) || used.trainError < used.validationError * GAP) return null;
  const capacity = moreCapacity(facts);
  // A single sample has its own error on top: it may be above that of the mean, which is used, without a lack of factors.
  const isSampled = start.configuration.optimizer === 'gibbs';
  if (!fallsShort(facts) && (isSampled || !capacity)) return null;
  const hardly = used.trainError < used.validationError ? 'hardly' : 'not';
  return {
    text: `Underfitting: its training error, ${formatRmse(used.trainError)}, is ${hardly} below its validation error, ${formatRmse(used.validationError)}, so it could learn more.`,
    proposal: capacity ?? (last === best ? remedyFor(facts) : undefined),
  };
};

/** Below this share of the validation error, the training error shows that something was learned by heart. */
const GAP = 0.93;

function moreCapacity({ start: { configuration }, defaults }: RunFacts): Proposal | undefined {
  const { userFactors, l2 } = configuration;
  const usual = defaults.userFactors;
  if (userFactors < usual / 2) {
    const sizes = hasOneSize(configuration) ? 'embedding size' : 'both embedding sizes';
    return { label: `Set ${sizes} to ${usual}`, settings: { userFactors: usual, movieFactors: usual } };
  }
  return l2 > 2 * defaults.l2 ? propose('l2', defaults.l2) : undefined;
}
