import type { Rule } from '../finding.ts';

/** Where all held-out ratings are the mean, every error is 0 and there is nothing to be better than. */
export const equalRatings: Rule = ({ isOfStars, start: { baselines } }) =>
  isOfStars && baselines?.globalMean === 0
    ? {
        text: 'All validation ratings are equal: the mean predicts them exactly, so there is no taste to learn from stars.',
        isAll: true,
      }
    : null;
