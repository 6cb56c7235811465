import type { Configuration } from '../../core/hyperparameters.ts';
import { ranksOnly } from '../../core/loss.ts';
import type { Recommendation } from './contract.ts';

type About = Pick<Configuration, 'model' | 'loss' | 'listWeight'>;

/** Whether the model says how sure it is, so that a list can go by lower bounds: its samples may be too few, or not there. */
export const hasIntervals = ({ movies }: Pick<Recommendation, 'movies'>): boolean =>
  movies.some(({ within }) => within !== undefined);

/** What a list is ordered by, beside what its tickets show. `isCareful`: by lower bounds. */
export function orderNote(configuration: About, isCareful = false): string {
  const { model, loss, listWeight } = configuration;
  if (model === 'popular') return 'Ordered by their number of ratings; the stars are the movies’ means.';
  if (model === 'ease') return 'Ordered by score, not by stars: the most likely choice first. The stars are those of the biases.';
  if (loss === 'implicit') return 'Ordered by score, the most likely choice first; liked movies score about 1, others about 0.';
  if (ranksOnly({ loss, listWeight })) return 'Ordered by score, the most likely choice first.';
  if (listWeight > 0) return 'Ordered by list score, not by predicted stars: the most likely choice first.';
  return isCareful ? 'Ordered by predicted stars, less their uncertainty.' : 'Ordered by predicted stars.';
}

/** What the score is called that a list is ordered by, where its tickets show something else larger; null where they show nothing else. */
export function scoreName({ model, loss, listWeight }: About): string | null {
  if (model === 'ease') return 'score';
  return ['dot', 'mlp', 'hybrid'].includes(model) && listWeight > 0 && !ranksOnly({ loss, listWeight }) ? 'list score' : null;
}
