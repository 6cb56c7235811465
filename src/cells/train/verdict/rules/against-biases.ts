import { isBaseline } from '../../../../core/model-name.ts';
import { formatQuantity, formatRmse, formatShare } from '../../../../ui/format.ts';
import { beyondChance } from '../chance.ts';
import type { Finding, Rule } from '../finding.ts';
import { lineOf, standingOf } from '../standing.ts';

/**
 * User + movie bias is the line to be below: it knows who is generous and what is liked, and nothing of who likes what (Koren, Bell and
 * Volinsky 2009, "Matrix factorization techniques for recommender systems", where adding biases is the first thing that is done). With few
 * ratings the mean can be lower: then it is the line. Being below it is all that is said: methods without training may be as good.
 */
export const againstBiases: Rule = ({ isOfStars, used, start: { baselines, configuration, validationRatings } }) => {
  const { model } = configuration;
  if (!isOfStars || baselines === null) return null;
  if (isBaseline(model) && model !== 'neighbours') return OF_BASELINES[model];
  const { globalMean } = baselines;
  const line = lineOf(baselines);
  const error = used.validationError;
  const standing = standingOf(error, baselines, validationRatings);
  if (standing === 'worse-than-mean') {
    const by = formatRmse(error - globalMean);
    return { text: `${by} stars worse than always predicting the mean: its predictions of stars are of no use.` };
  }
  const than = `than ${line.name === 'mean' ? 'always predicting the mean' : 'user + movie bias'} (${formatRmse(line.error)})`;
  const margin = formatRmse(beyondChance(line.error, validationRatings));
  if (standing === 'better') {
    const lower = formatShare((line.error - error) / line.error);
    return { text: `${formatRmse(line.error - error)} stars (${lower}) better ${than}; up to ${margin} could be chance.` };
  }
  if (standing === 'worse') {
    const what = model === 'neighbours' ? 'its similarities' : 'its factors';
    return { text: `${formatRmse(error - line.error)} stars worse ${than}: ${what} do not help to predict stars.` };
  }
  return {
    text: `No better ${than}: on ${formatQuantity(validationRatings, 'validation rating')} a difference below ${margin} stars may be chance.`,
  };
};

const OF_BASELINES: Readonly<Record<'mean' | 'bias' | 'popular' | 'ease', Finding | null>> = {
  mean: { text: 'It predicts the same for everybody and everything: the least that any model has to beat.' },
  bias: { text: 'This is user + movie bias itself: the line that a trained model has to beat to be worth its training.' },
  // They rank; the stars beside that are the movies' means and the biases.
  popular: null,
  ease: null,
};
