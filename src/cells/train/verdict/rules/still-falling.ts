import { SETTINGS } from '../../../../core/hyperparameters.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';

/** As much as the rise that counts as overfitting (`overfitting.ts`), the other way round. */
const FALL = 0.005;

/** The last epoch still made the validation error much smaller: too few steps, or too small ones. */
export const stillFalling: Rule = (facts) => {
  const { epochs, last, used, start } = facts;
  const before = epochs.at(-2);
  if (!before || used !== last || last.validationError > before.validationError * (1 - FALL)) return null;
  const fall = `from ${formatRmse(before.validationError)} to ${formatRmse(last.validationError)}`;
  const why = isSlow(facts) ? `steps of ${start.configuration.learningRate} are too small` : 'it had too few steps';
  return { text: `The last epoch still lowered the validation error ${fall}: ${why}.`, proposal: remedyFor(facts) };
};

/** Whether its learning rate is far below the usual one. */
const isSlow = ({ start: { configuration }, defaults }: RunFacts): boolean =>
  configuration.loss !== 'implicit' && configuration.learningRate < defaults.learningRate / 2;

/** Steps as large, and then as many, as usual; beyond that twice the epochs. */
export function remedyFor(facts: RunFacts): Proposal | undefined {
  const {
    start: { configuration },
    defaults,
  } = facts;
  const { epochs, batchSize, loss } = configuration;
  if (isSlow(facts)) return propose('learningRate', defaults.learningRate);
  if (loss !== 'implicit' && batchSize > 2 * defaults.batchSize) return propose('batchSize', defaults.batchSize);
  const more = Math.min(SETTINGS.epochs.kind === 'number' ? SETTINGS.epochs.max : epochs, Math.max(defaults.epochs, 2 * epochs));
  return more > epochs ? propose('epochs', more) : undefined;
}
