import { formatNumber } from '../../../../core/settings/format.ts';
import { formatRmse } from '../../../../ui/format.ts';
import { trainingBeyondChance } from '../chance.ts';
import type { RunFacts } from '../facts.ts';
import type { Rule } from '../finding.ts';
import { propose } from '../propose.ts';
import { fallsShort } from '../standing.ts';
import { hasRates, rateBesideUsual } from '../usual-rate.ts';

/** By so much of the first epoch's, a training error may be above that of the epoch before by the noise of its batches. */
const RISE = 0.01;

/**
 * Steps that go too far: the training error rose (Bengio 2012, "Practical recommendations for gradient-based training of deep architectures",
 * who advises a third of a rate that diverges), or the rate is far above the usual one and what came of it no better than the biases.
 */
export const rateTooHigh: Rule = (facts) => {
  const { start, defaults } = facts;
  const { learningRate } = start.configuration;
  if (!hasRates(start.configuration)) return null;
  const why = riseOf(facts) ?? (rateBesideUsual(facts) === 'above' && fallsShort(facts) ? farAbove(defaults.learningRate) : null);
  if (why === null) return null;
  const lower = learningRate > defaults.learningRate ? defaults.learningRate : Number((learningRate / 3).toPrecision(1));
  return {
    text: `The learning rate of ${formatNumber(learningRate)} is too high: ${why}.`,
    proposal: propose('learningRate', lower),
  };
};

function riseOf({ epochs, start }: RunFacts): string | null {
  const first = epochs[0]?.trainError ?? 0;
  const noise = (error: number): number => Math.max(RISE * first, trainingBeyondChance(error, start.trainRatings));
  const at = epochs.findIndex(({ trainError }, i) => {
    const before = epochs[i - 1]?.trainError;
    return before !== undefined && trainError > before + noise(before);
  });
  const [before, risen] = [epochs[at - 1], epochs[at]];
  if (!before || !risen) return null;
  return `in epoch ${risen.epoch} the training error rose from ${formatRmse(before.trainError)} to ${formatRmse(risen.trainError)}`;
}

const farAbove = (usual: number): string => `${formatNumber(usual)} is usual here, and larger steps jump past the best values`;
