import { SETTINGS } from '../../../core/hyperparameters.ts';
import { learnedFrom } from '../../../core/loss.ts';
import { measureOf } from '../../../core/measure.ts';
import { isBaseline } from '../../../core/model-name.ts';
import type { EpochReport, RunStart } from '../../../core/run-report.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import { formatCount, formatPercent, formatRmse, formatStars } from '../../../ui/format.ts';
import { lineOf, standingOf } from './standing.ts';

/** What was trained on what, and how good it is beside what needs no training, for readers who know no measure. */
export function plainWords(start: RunStart, used: Pick<EpochReport, 'validationError' | 'validationAuc'>): string {
  const { configuration, data, trainRatings } = start;
  const model = formatSetting(SETTINGS.model, configuration.model);
  return `${model}, trained on ${formatCount(trainRatings)} ${learnedFrom(configuration.loss)} of ${data.name}: ${howGood(start, used)}.`;
}

function howGood(
  { configuration, baselines, popularAuc, validationRatings }: RunStart,
  { validationError: error, validationAuc: auc }: Pick<EpochReport, 'validationError' | 'validationAuc'>,
): string {
  const { model } = configuration;
  const { error: measure, unit } = measureOf(configuration);
  if (model === 'popular' || model === 'ease') return 'it orders movies, and Evaluate says how good its lists are';
  if (error === null) return 'no ratings are held out, so its error on unseen ratings is not known';
  if (auc !== null && popularAuc !== null)
    return `it ranks ${formatPercent(auc)} of ${formatCount(validationRatings)} held-out pairs correctly, popularity alone ${formatPercent(popularAuc)}`;
  if (unit === '' || baselines === null)
    return `its ${measure} is ${formatRmse(error)}, and Evaluate says how good its lists are`;
  if (baselines.globalMean === 0) return 'all ratings that it was measured on are equal, so there is nothing to predict better';
  const wrong = `on ${formatCount(validationRatings)} held-out ratings it is typically wrong by ${formatStars(error)} stars (RMSE)`;
  const mean = `always guessing the mean (${formatStars(baselines.globalMean)})`;
  if (model === 'mean') return wrong;
  if (isBaseline(model) && model !== 'neighbours') return `${wrong}, ${mean} is worse`;
  const standing = standingOf(error, baselines, validationRatings);
  if (standing === 'worse-than-mean') return `${wrong}, worse than ${mean}`;
  if (lineOf(baselines).name === 'mean') return `${wrong}, ${STANDINGS[standing]} ${mean}`;
  const averages = `user and movie averages (user + movie bias: ${formatStars(baselines.biases)})`;
  return `${wrong}, ${STANDINGS[standing]} ${averages}${standing === 'better' ? ` and than ${mean}` : ''}`;
}

const STANDINGS = { better: 'better than', alike: 'no better than', worse: 'worse than' } as const;
