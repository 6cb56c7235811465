import type { DataSummary } from '../core/data-summary.ts';

const WHAT = {
  counts: 'The ratings are counts: there is no highest value, and a low count is not a dislike.',
  equal: 'All ratings are equal: they do not show what is liked less.',
  events: 'There is no column of ratings: each row is an event of a user and an item.',
} as const;

/** Why there is nothing to learn about stars, and what follows from that. */
export const feedbackWords = (feedback: NonNullable<DataSummary['feedback']>): string =>
  `${WHAT[feedback]} Every row counts as liked, and the aim starts at List.`;
