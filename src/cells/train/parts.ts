import type { MeasuredEpoch } from '../../core/best-epoch.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores, isPairwise, untrainedError } from '../../core/loss.ts';
import { measureOf } from '../../core/measure.ts';
import type { EpochReport, RunStart, RunSummary, TestErrors } from '../../core/run-report.ts';
import { formatCount, formatQuantity, formatRmse } from '../../ui/format.ts';
import { inShort } from './verdict/standing.ts';

type Sizes = Pick<RunStart, 'trainRatings' | 'validationRatings' | 'testRatings' | 'configuration'>;

function whatOf({ loss, negatives }: Pick<Configuration, 'loss' | 'negatives'>): string {
  if (loss === 'implicit') return 'liked ratings (each validation rating paired with an unrated movie)';
  if (!isPairwise(loss)) return 'ratings';
  return negatives === '1' ? 'pairs of a liked and an unrated movie' : `groups of a liked and ${negatives} unrated movies`;
}

const others = (count: number): string => formatQuantity(count, 'other', 'others');

/** What the parts of a run's ratings are for, in words. */
export function describeParts({ trainRatings, validationRatings, testRatings, configuration }: Sizes): string {
  const { patience, loss, negatives } = configuration;
  const [train, test] = [trainRatings, testRatings].map(formatCount);
  const what = whatOf({ loss, negatives });
  if (validationRatings === 0) {
    return `All ${train} ${what} are the training part. There is no validation part, so there is only a training error, which does not measure the model.`;
  }
  const learned = `Of the ${what}, the model learned from ${train} (training part)`;
  if (testRatings > 0) {
    return `${learned}. It was measured on ${others(validationRatings)} after every epoch (validation part), and on ${test} at the end (test part).`;
  }
  const measured = `${learned} and was measured on ${others(validationRatings)} (validation part)`;
  if (patience === 0) return `${measured}.`;
  return `${measured}. Early stopping chose the epoch by them, so their error is slightly too low: a test part in the split has no such error.`;
}

/** What a training error is measured on. */
export const trainedOn = ({ trainRatings, trainMeasured }: Pick<RunStart, 'trainRatings' | 'trainMeasured'>): string =>
  trainMeasured < trainRatings ? `on ${formatCount(trainMeasured)} drawn from the training part` : 'on the training part';

/** On what neither trained nor steered the run. */
export function testFigure({ error, mae, auc }: TestErrors, { testRatings, configuration }: Sizes) {
  if (auc !== null) {
    const note = `of ${formatCount(testRatings)} pairs of the test part ranked correctly; ${measureOf(configuration).error} ${formatRmse(error)}`;
    return { label: 'Test pair accuracy', value: formatRmse(auc), note };
  }
  if (mae === null) {
    return {
      label: 'Test list loss',
      value: formatRmse(error),
      note: `−ln of the share of liked movies, in the ${formatCount(testRatings)} ratings of the test part`,
    };
  }
  const note = `stars, MAE ${formatRmse(mae)}; on the ${formatCount(testRatings)} ratings of the test part`;
  return { label: 'Test RMSE', value: formatRmse(error), note };
}

/** How a validation error compares with what needs no training. */
export function comparison(
  error: number,
  start: Pick<RunStart, 'configuration' | 'baselines' | 'validationRatings'> & {
    readonly data: Pick<RunStart['data'], 'movies'>;
  },
): string {
  const { configuration, baselines, data } = start;
  const { loss, listWeight } = configuration;
  if (listWeight === 1) return `${formatRmse(Math.log(data.movies))} would be guessing`;
  if (givesScores(loss)) {
    return `${formatRmse(untrainedError(loss))} would be ${isPairwise(loss) ? 'guessing' : 'scoring every movie 0'}`;
  }
  if (baselines?.globalMean === 0) return 'stars; always saying the mean is right here: all of these ratings are equal';
  const short = inShort(error, start);
  return short === null ? 'stars' : `stars; ${short}`;
}

/** Says, after what an error is, which epoch's it is, where that is not the last one. */
export const ofEpoch = ({ epoch }: EpochReport, summary: Pick<RunSummary, 'taken'> | null): string =>
  summary?.taken == null ? '' : `; of epoch ${epoch}, whose weights are in use`;

interface Course {
  readonly last: EpochReport;
  readonly best: MeasuredEpoch<EpochReport>;
  readonly summary: Pick<RunSummary, 'taken'> | null;
}

/** Which epoch is to be seen beside the error of the weights in use: the best one; where that is in use, the one that the run ended with. */
export function besideFigure({ last, best, summary }: Course, { epochs }: Pick<Configuration, 'epochs'>) {
  const [label, shown] = summary?.taken != null ? ['Last epoch', last] : [summary ? 'Best epoch' : 'Best so far', best];
  // The error of the epoch that is in use stands beside it already.
  const error =
    shown.epoch === last.epoch && summary?.taken == null
      ? ''
      : `, with ${formatRmse(shown.validationError ?? best.validationError)}`;
  return { label, value: formatCount(shown.epoch), note: `of ${formatQuantity(epochs, 'epoch')}${error}` };
}

/** Of a run on pairs; none of one on stars. */
export function rankingFigures(
  { validationAuc }: Pick<EpochReport, 'validationAuc'>,
  { popularAuc }: Pick<RunStart, 'popularAuc'>,
) {
  if (validationAuc === null || popularAuc === null) return [];
  const note = `of the validation pairs ranked correctly; popularity alone: ${formatRmse(popularAuc)}`;
  return [{ label: 'Validation pair accuracy', value: formatRmse(validationAuc), note }];
}
