import type { Configuration } from '../../core/hyperparameters.ts';
import { ranksOnly } from '../../core/loss.ts';

/** What a list is ordered by, beside what its tickets show. */
export function orderNote({ model, loss, listWeight }: Pick<Configuration, 'model' | 'loss' | 'listWeight'>): string {
  if (model === 'popular') return 'In the order of how many have rated them; the stars are the movies’ own means.';
  if (model === 'ease') return 'In the order of what they are most likely to choose; the stars are those of the biases.';
  if (ranksOnly({ loss, listWeight })) return 'In the order of the score, which says what they are most likely to choose.';
  if (listWeight > 0) return 'In the order of what they are most likely to choose; the stars are what they would give.';
  return 'In the order of the stars that they would give.';
}
