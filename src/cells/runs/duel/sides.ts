import { defaultsOn } from '../../../core/aim.ts';
import type { Feedback } from '../../../core/clean/findings.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import { isPairwise } from '../../../core/loss.ts';
import type { DataSize } from '../../../core/settings/defaults.ts';
import { splitSettings } from '../../../core/split.ts';
import type { Both } from './contract.ts';

/** What settings start with on the data that is loaded. */
export interface Beginning {
  readonly feedback: Feedback;
  readonly size: DataSize;
}

/**
 * Dot product and MLP as they start, both on pairs: so each makes its lists by its own scores, as in the paper. With a list beside the stars,
 * the list of an MLP would come from a dot product.
 */
export const preparedDuel = ({ feedback, size }: Beginning): Both<Configuration> => [
  defaultsOn(feedback, { model: 'dot', loss: 'bpr' }, size),
  defaultsOn(feedback, { model: 'mlp', loss: 'bpr' }, size),
];

/** The other of the two models, as it starts with the same loss. */
export function opponentOf({ model, loss, listWeight }: Configuration, { feedback, size }: Beginning): Configuration {
  const other = model === 'mlp' ? 'dot' : 'mlp';
  const aim = isPairwise(loss) ? { loss } : loss === 'implicit' ? ({ loss: 'bpr' } as const) : { loss, listWeight };
  return defaultsOn(feedback, { model: other, ...aim }, size);
}

/** On the same held-out ratings, with the same draws: both sides get split and seed of the settings now. */
export const onOneSplit = ([one, other]: Both<Configuration>, now: Configuration): Both<Configuration> => [
  { ...one, ...splitSettings(now) },
  { ...other, ...splitSettings(now) },
];
