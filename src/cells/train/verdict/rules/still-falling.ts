import { batchSizeOf, type Configuration } from '../../../../core/hyperparameters.ts';
import { sanitise } from '../../../../core/settings/sanitise.ts';
import { formatCount, formatRmse } from '../../../../ui/format.ts';
import { epochsBeyondChance } from '../chance.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { fallsShort } from '../standing.ts';
import { hasRates, rateBesideUsual } from '../usual-rate.ts';

/** As much as the rise that counts as overfitting (`overfitting.ts`), the other way round. */
const FALL = 0.005;

/** Far fewer steps than usual: closer numbers come to about the same. */
const FAR_FEWER = 1 / 3;

/** The last epoch still made the validation error much smaller, or there were far fewer steps than usual: the run was too short. */
export const stillFalling: Rule = (facts) => {
  const why = fallOf(facts) ?? shortageOf(facts);
  return why === null ? null : { text: `Too few steps: ${why}.`, proposal: remedyFor(facts) };
};

function fallOf({ epochs, last, best, used, start }: RunFacts): string | null {
  const before = epochs.at(-2)?.validationError;
  if (before === undefined || used !== last || last !== best) return null;
  const least = Math.max(FALL * before, epochsBeyondChance(before, start.validationRatings));
  if (last.validationError > before - least) return null;
  return `the last epoch still lowered the validation error from ${formatRmse(before)} to ${formatRmse(last.validationError)}`;
}

/** Where what they came to falls short. */
function shortageOf(facts: RunFacts): string | null {
  const { start, defaults, last, best } = facts;
  if (!hasRates(start.configuration) || last !== best || !fallsShort(facts)) return null;
  const stepsOf = (epochs: number, configuration: Configuration): number =>
    epochs * Math.ceil(start.trainRatings / batchSizeOf(configuration));
  const [taken, usual] = [stepsOf(last.epoch, start.configuration), stepsOf(defaults.epochs, defaults)];
  return taken < FAR_FEWER * usual ? `it took ${formatCount(taken)}, where ${formatCount(usual)} are usual here` : null;
}

/** Steps as large, and then as many, as usual; beyond that twice the epochs. */
export function remedyFor(facts: RunFacts): Proposal | undefined {
  const { start, defaults, last } = facts;
  const { epochs } = start.configuration;
  const [batchSize, usual] = [batchSizeOf(start.configuration), batchSizeOf(defaults)];
  if (rateBesideUsual(facts) === 'below') return propose('learningRate', defaults.learningRate);
  if (hasRates(start.configuration) && batchSize > 2 * usual) return propose('batchSize', usual);
  const more = sanitise('epochs', Math.max(defaults.epochs, 2 * epochs)) ?? epochs;
  // Who stopped it early knows that it could have gone on.
  return last.epoch < epochs || more === epochs ? undefined : propose('epochs', more);
}
