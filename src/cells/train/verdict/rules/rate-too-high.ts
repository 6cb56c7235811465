import { formatNumber } from '../../../../core/settings/format.ts';
import { formatRmse } from '../../../../ui/format.ts';
import type { Rule } from '../finding.ts';
import { propose } from '../propose.ts';

/** By so much an epoch's training error may be above that of the epoch before by the noise of its batches. */
const RISE = 0.01;

/** The training error rose: steps that go too far (Bengio 2012, section 3.1.1, who advises a third of such a rate). */
export const rateTooHigh: Rule = ({ epochs, start: { configuration }, defaults }) => {
  const at = epochs.findIndex(({ trainError }, i) => i > 0 && trainError > (epochs[i - 1]?.trainError ?? 0) * (1 + RISE));
  const [before, risen] = [epochs[at - 1], epochs[at]];
  if (!before || !risen || configuration.loss === 'implicit') return null;
  const { learningRate } = configuration;
  const lower = learningRate > defaults.learningRate ? defaults.learningRate : Number((learningRate / 3).toPrecision(1));
  return {
    text: `The learning rate of ${formatNumber(learningRate)} is too high: in epoch ${risen.epoch} the training error rose from ${formatRmse(before.trainError)} to ${formatRmse(risen.trainError)}.`,
    proposal: propose('learningRate', lower),
  };
};
