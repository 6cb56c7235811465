import type { OwnMovie } from './contract.ts';

const KEY = 'matinee.own-ratings';

/** What was rated at former visits; nothing where storage is barred or holds something else. */
export function readOwn(): readonly OwnMovie[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOwn) : [];
  } catch {
    return [];
  }
}

/** False where the browser does not keep it: then the ratings last as long as the page. */
export function keepOwn(own: readonly OwnMovie[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}

function isOwn(value: unknown): value is OwnMovie {
  if (typeof value !== 'object' || value === null) return false;
  const { movieId, title, year, stars } = value as Record<string, unknown>;
  const isId = typeof movieId === 'string' || typeof movieId === 'number';
  return isId && typeof title === 'string' && (year === null || typeof year === 'number') && Number.isFinite(stars);
}
