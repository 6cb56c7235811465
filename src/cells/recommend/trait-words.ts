import type { UserTrait } from '../../core/users-by-trait.ts';
import { formatQuantity } from '../../ui/format.ts';
import type { TraitUserCard } from './contract.ts';

const HELP: Readonly<Record<UserTrait, string>> = {
  active: 'Those with the most ratings.',
  eccentric: 'Those whose ratings differ most from the mean of all others, with 20 ratings or more.',
  newest: 'Those whose first rating is the latest.',
  alike: 'Those whose ratings correlate most with this user’s, over the movies that both have rated.',
};

export const traitHelp = (trait: UserTrait): string => HELP[trait];

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** Why a user is among those of a trait. */
export function traitWords(trait: UserTrait, { figure, ratings }: Omit<TraitUserCard, 'userId'>): string {
  const given = formatQuantity(ratings, 'rating');
  if (trait === 'active') return given;
  if (trait === 'eccentric') return `${figure.toFixed(2)} stars apart, ${given}`;
  if (trait === 'newest') return `since ${DAY.format(1000 * figure)}, ${given}`;
  return `correlation ${figure.toFixed(2)}, ${given}`;
}
