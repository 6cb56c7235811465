import type { Configuration } from '../../core/hyperparameters.ts';

/** What a list is ordered by, where that is not what its tickets show; else null. */
export function orderNote({ listWeight }: Pick<Configuration, 'listWeight'>): string | null {
  if (listWeight === 0 || listWeight === 1) return null;
  return 'In the order of what they are most likely to choose; the stars are what they would give.';
}
