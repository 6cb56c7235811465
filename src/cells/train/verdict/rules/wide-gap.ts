import { formatRmse } from '../../../../ui/format.ts';
import type { Rule } from '../finding.ts';
import { propose } from '../propose.ts';

/** Twice the gap that the settings of this page come to at most (measured, see docs/verdict.md). */
const GAP = 0.7;

/** Far better on what it learned from than on what it has not seen, without having turned yet: partly learned by heart. */
export const wideGap: Rule = ({ isOfStars, used, start: { configuration }, defaults }) => {
  if (!isOfStars || used.trainError > GAP * used.validationError) return null;
  return {
    text: `It learned partly by heart: the error is ${formatRmse(used.trainError)} on what it learned from and ${formatRmse(used.validationError)} on what it has not seen.`,
    proposal: configuration.l2 < defaults.l2 ? propose('l2', defaults.l2) : undefined,
  };
};
