import type { Configuration } from './hyperparameters.ts';
import { givesScores } from './loss.ts';
import { isBaseline } from './model-name.ts';

/** Whether a model orders movies by predictions in stars, which mean the same for every user. */
export function ranksByStars({ model, loss, listWeight }: Pick<Configuration, 'model' | 'loss' | 'listWeight'>): boolean {
  if (isBaseline(model)) return model !== 'ease' && model !== 'popular';
  return listWeight === 0 && !givesScores(loss);
}
