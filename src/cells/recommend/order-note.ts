import type { Configuration } from '../../core/hyperparameters.ts';
import { ranksOnly } from '../../core/loss.ts';

/** What a list is ordered by, beside what its tickets show. */
export function orderNote({ model, loss, listWeight }: Pick<Configuration, 'model' | 'loss' | 'listWeight'>): string {
  if (model === 'popular') return 'Ordered by their number of ratings; the stars are the movies’ means.';
  if (model === 'ease') return 'Ordered by score, the most likely choice first; the stars are those of the biases.';
  if (loss === 'implicit') return 'Ordered by score, the most likely choice first; liked movies score about 1, others about 0.';
  if (ranksOnly({ loss, listWeight })) return 'Ordered by score, the most likely choice first.';
  if (listWeight > 0) return 'Ordered by list score, the most likely choice first; the stars are predicted ratings.';
  return 'Ordered by predicted stars.';
}
