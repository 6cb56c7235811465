import type { FirstUser } from '../../core/first-user.ts';
import { formatPercent, formatQuantity, formatStars } from '../../ui/format.ts';

/** Why this user is shown before anybody is chosen, in one sentence. */
export function whyFirst({ ratings, known, genres }: FirstUser): string {
  const given = `${formatQuantity(ratings, 'rating')}, ${formatPercent(known)} of them for well-known movies`;
  const taste = genres
    ? `; ${genres.best.genre} gets ${formatStars(genres.best.meanStars)} stars on average, ${genres.worst.genre} ${formatStars(genres.worst.meanStars)}`
    : '';
  return `Shown first because this taste is easy to read: ${given}${taste}.`;
}
