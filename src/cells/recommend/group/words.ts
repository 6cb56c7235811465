import type { Together } from '../../../core/together.ts';
import { formatStars } from '../../../ui/format.ts';
import type { GroupList, GroupMovie } from './contract.ts';

export const TOGETHER: readonly { readonly value: Together; readonly label: string }[] = [
  { value: 'mean', label: 'Mean' },
  { value: 'least', label: 'Least misery' },
];

const HOW: Readonly<Record<Together, string>> = {
  mean: 'The score of a movie is the mean of these users’ scores.',
  least: 'The score of a movie is the lowest of these users’ scores, so a movie that one of them would dislike comes late.',
};

/** What orders the list. */
export const togetherWords = (together: Together, isStandardised: boolean): string =>
  isStandardised
    ? `${HOW[together]} Each user’s scores are standardised first, because scores of different users have different ranges.`
    : HOW[together];

/** What is predicted for each user, and what those gave who have rated it. */
export const eachWords = ({ each }: GroupMovie): string =>
  each
    .map(
      ({ userId, predicted, gave }) =>
        `User ${userId}: ${formatStars(predicted)}${gave === null ? '' : ` (gave ${gave.toFixed(1)})`}`,
    )
    .join(' · ');

/** Whom the model knows nothing of; null where there is nobody. */
export function unseenWords({ unseen }: Pick<GroupList, 'unseen'>): string | null {
  if (unseen.length === 0) return null;
  const who = unseen.length === 1 ? `user ${unseen[0]}` : `users ${unseen.join(', ')}`;
  return `No rating of ${who} is in the training part, so the model knows nothing about their taste.`;
}
