import type { MeasuredEpoch } from '../../core/best-epoch.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores, isPairwise, untrainedError } from '../../core/loss.ts';
import { measureOf } from '../../core/measure.ts';
import type { EpochReport, RunStart, RunSummary, TestErrors } from '../../core/run-report.ts';
import { formatCount, formatRmse } from '../../ui/format.ts';
import { inShort } from './verdict/standing.ts';

type Sizes = Pick<RunStart, 'trainRatings' | 'validationRatings' | 'testRatings' | 'configuration'>;

function whatOf({ loss, negatives }: Pick<Configuration, 'loss' | 'negatives'>): string {
  if (loss === 'implicit') return 'liked ratings (those held out beside a movie that the user did not rate)';
  if (!isPairwise(loss)) return 'ratings';
  return negatives === '1'
    ? 'pairs of a movie that a user liked and one that they did not rate'
    : `groups of a movie that a user liked and ${negatives} that they did not rate`;
}

/** What the parts of a run's ratings are for, in words. */
export function describeParts({ trainRatings, validationRatings, testRatings, configuration }: Sizes): string {
  const { patience, loss, negatives } = configuration;
  const [train, validation, test] = [trainRatings, validationRatings, testRatings].map(formatCount);
  const what = whatOf({ loss, negatives });
  if (validationRatings === 0) {
    return `All ${train} ${what} train. Nothing is held out, so there is an error on what was learned from alone, which is no measure of the model.`;
  }
  if (testRatings > 0) {
    return `Of the ${what} ${train} train, ${validation} are checked after every epoch, and ${test} are the test at the end.`;
  }
  const held = `Of the ${what} ${train} train and ${validation} are held out`;
  if (patience > 0) return `${held}. The run goes by them, so they are no test: for one, give the split a test part.`;
  return `${held}. They double as the test: this run neither stops early nor picks its best epoch by them.`;
}

/** What a training error is measured on. */
export const trainedOn = ({ trainRatings, trainMeasured }: Pick<RunStart, 'trainRatings' | 'trainMeasured'>): string =>
  trainMeasured < trainRatings ? `on ${formatCount(trainMeasured)} drawn from what it learned from` : 'on what it learned from';

/** On what neither trained nor steered the run. */
export function testFigure({ error, mae, auc }: TestErrors, { testRatings, configuration }: Sizes) {
  if (auc !== null) {
    const note = `of ${formatCount(testRatings)} pairs not seen before are ranked right; ${measureOf(configuration).error} ${formatRmse(error)}`;
    return { label: 'Test AUC', value: formatRmse(auc), note };
  }
  if (mae === null) {
    return {
      label: 'Test list loss',
      value: formatRmse(error),
      note: `−ln of the share of what was liked, in ${formatCount(testRatings)} ratings not seen before`,
    };
  }
  const note = `stars, MAE ${formatRmse(mae)}; on ${formatCount(testRatings)} ratings not seen before`;
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

/** To be seen beside the error of the weights in use: the best one; where that is in use, the one that the run ended with. */
export function besideFigure({ last, best, summary }: Course, { epochs }: Pick<Configuration, 'epochs'>) {
  const [label, shown] = summary?.taken != null ? ['Last epoch', last] : [summary ? 'Best epoch' : 'Best so far', best];
  return { label, value: formatRmse(shown.validationError ?? best.validationError), note: `epoch ${shown.epoch} of ${epochs}` };
}

/** Of a run on pairs; none of one on stars. */
export function rankingFigures(
  { validationAuc }: Pick<EpochReport, 'validationAuc'>,
  { popularAuc }: Pick<RunStart, 'popularAuc'>,
) {
  if (validationAuc === null || popularAuc === null) return [];
  const note = `of the held-out pairs are ranked right; by popularity alone ${formatRmse(popularAuc)}`;
  return [{ label: 'Validation AUC', value: formatRmse(validationAuc), note }];
}
