import { formatRmse } from '../../../../ui/format.ts';
import { epochsBeyondChance } from '../chance.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { rateBesideUsual } from '../usual-rate.ts';

/**
 * The generalisation loss of Prechelt (1998, "Early stopping – but when?"): how far the validation error is above its lowest. He stops from 1 %
 * of a squared error on, which is 0.5 % of its root.
 */
const LOSS = 0.005;

/** The validation error has turned while the training error went on falling. */
export const overfitting: Rule = (facts) => {
  const { used, best, last, start } = facts;
  const lowest = best.validationError;
  // A sample is as good as the next: what is used is their mean, which only settles.
  if (start.configuration.optimizer === 'gibbs') return null;
  const least = Math.max(LOSS * lowest, epochsBeyondChance(lowest, start.validationRatings));
  if (used.validationError < lowest + least || last.trainError >= best.trainError) return null;
  const rise = `from ${formatRmse(lowest)} to ${formatRmse(last.validationError)}`;
  return {
    text: `Overfitting: validation was best after epoch ${best.epoch} and rose ${rise}, while the training error fell to ${formatRmse(last.trainError)}.`,
    proposal: remedyFor(facts),
  };
};

/** What was held back less than usual, else to stop where it was best. */
function remedyFor(facts: RunFacts): Proposal {
  const { start, defaults } = facts;
  const { l2, dropout } = start.configuration;
  if (l2 < defaults.l2 / 2) return propose('l2', defaults.l2);
  if (rateBesideUsual(facts) === 'above') return propose('learningRate', defaults.learningRate);
  if (dropout < defaults.dropout / 2) return propose('dropout', defaults.dropout);
  return propose('patience', PATIENCE);
}

/** A validation error that is worse once may be chance. */
const PATIENCE = 2;
