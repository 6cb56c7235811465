import { sanitise } from '../../../../core/settings/sanitise.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { hasRates, rateBesideUsual } from '../usual-rate.ts';

/** As much as the rise that counts as overfitting (`overfitting.ts`), the other way round. */
const FALL = 0.005;

/** The last epoch still made the validation error much smaller: the run was too short. */
export const stillFalling: Rule = (facts) => {
  const { epochs, last, used } = facts;
  const before = epochs.at(-2);
  if (!before || used !== last || last.validationError > before.validationError * (1 - FALL)) return null;
  const fall = `from ${formatRmse(before.validationError)} to ${formatRmse(last.validationError)}`;
  return { text: `Too few steps: the last epoch still lowered the validation error ${fall}.`, proposal: remedyFor(facts) };
};

/** Steps as large, and then as many, as usual; beyond that twice the epochs. */
export function remedyFor(facts: RunFacts): Proposal | undefined {
  const { start, defaults } = facts;
  const { epochs, batchSize } = start.configuration;
  if (rateBesideUsual(facts) === 'below') return propose('learningRate', defaults.learningRate);
  if (hasRates(start.configuration) && batchSize > 2 * defaults.batchSize) return propose('batchSize', defaults.batchSize);
  const more = sanitise('epochs', Math.max(defaults.epochs, 2 * epochs)) ?? epochs;
  return more > epochs ? propose('epochs', more) : undefined;
}
