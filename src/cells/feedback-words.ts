import type { DataSummary } from '../core/data-summary.ts';

const WHAT = {
  counts: 'The ratings are counts: they have no best value, and a low one is no dislike.',
  equal: 'All ratings are the same: they do not tell what is liked less.',
  events: 'There is no column of ratings: each row is an event of a user and an item.',
} as const;

/** Why there is nothing to learn about stars, and what follows from that. */
export const feedbackWords = (feedback: NonNullable<DataSummary['feedback']>): string =>
  `${WHAT[feedback]} Whatever there is counts as liked, and the aim starts at List.`;
