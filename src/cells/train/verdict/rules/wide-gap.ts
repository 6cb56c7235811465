import { isBaseline } from '../../../../core/model-name.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { Rule } from '../finding.ts';
import { propose } from '../propose.ts';

/** Stars and list come to 0.83 and more, stars alone to 0.60 (measured, see docs/verdict.md). */
const GAP = 0.7;

/** Far better on what it learned from than on what it has not seen, without having turned: partly learned by heart (Goodfellow et al. 2016, section 5.2). More L2 than usual closes the gap and gains nothing. */
export const wideGap: Rule = ({ isOfStars, used, start: { configuration }, defaults }) => {
  // A single sample fits its ratings closely; what is used is the mean of many.
  if (configuration.optimizer === 'gibbs') return null;
  if (!isOfStars || isBaseline(configuration.model) || used.trainError > GAP * used.validationError) return null;
  return {
    text: `Some overfitting: its error is ${formatRmse(used.trainError)} on the training part and ${formatRmse(used.validationError)} on the validation part.`,
    proposal: configuration.l2 < defaults.l2 ? propose('l2', defaults.l2) : undefined,
  };
};
