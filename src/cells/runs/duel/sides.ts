import { overridesOn } from '../../../core/aim.ts';
import type { Feedback } from '../../../core/clean/findings.ts';
import type { Configuration, Overrides } from '../../../core/hyperparameters.ts';
import { isPairwise } from '../../../core/loss.ts';
import type { DataSize } from '../../../core/settings/data-size.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { splitSettings } from '../../../core/split.ts';
import type { Both } from './contract.ts';

/** What settings start with on the data that is loaded. */
export interface Beginning {
  readonly feedback: Feedback;
  readonly size: DataSize;
}

const begin = ({ feedback, size }: Beginning, overrides: Overrides): Configuration =>
  resolve(overridesOn(feedback, overrides), size);

/**
 * Dot product and MLP as they start, both on pairs: so each makes its lists by its own scores, as in the paper. With a list beside the stars,
 * the list of an MLP would come from a dot product.
 */
export const preparedDuel = (beginning: Beginning): Both<Configuration> => [
  begin(beginning, { model: 'dot', loss: 'bpr' }),
  begin(beginning, { model: 'mlp', loss: 'bpr' }),
];

/** The other of the two models, as it starts with the same loss. */
export function opponentOf({ model, loss, listWeight }: Configuration, beginning: Beginning): Configuration {
  const other = model === 'mlp' ? 'dot' : 'mlp';
  const aim = isPairwise(loss) ? { loss } : loss === 'implicit' ? ({ loss: 'bpr' } as const) : { loss, listWeight };
  return begin(beginning, { model: other, ...aim });
}

/** On the same held-out ratings, with the same draws: both sides get split and seed of the settings now. */
export const onOneSplit = ([one, other]: Both<Configuration>, now: Configuration): Both<Configuration> => [
  { ...one, ...splitSettings(now) },
  { ...other, ...splitSettings(now) },
];
