import type { CurveSeries, ReferenceLine, YAxis } from '../../charts/curve.ts';
import { bestEpoch } from '../../core/best-epoch.ts';
import { BURN_IN } from '../../core/gibbs/sweeps.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores, untrainedError } from '../../core/loss.ts';
import { LEAST_ERROR_SPAN, measureOf } from '../../core/measure.ts';
import type { EpochReport, RunProgress, RunStart } from '../../core/run-report.ts';

/** The curves of a run, of training alone where nothing is held out; the training curve also has where the epoch at work stands so far. */
export function curvesOf(epochs: readonly EpochReport[], progress: RunProgress | null, holdsOut = true): readonly CurveSeries[] {
  const train = epochs.map(({ epoch, trainError }) => ({ x: epoch, y: trainError }));
  const live = progress && liveX(progress, epochs.length);
  if (progress?.trainError != null && live !== null) train.push({ x: live, y: progress.trainError });
  const ofTraining = { name: 'Train', color: '--color-train', points: train } as const;
  if (!holdsOut) return [ofTraining];
  const validation = epochs.map(({ epoch, validationError }) => ({ x: epoch, y: validationError ?? Number.NaN }));
  const ofMean = { name: 'Validation', color: '--color-validation', points: validation } as const;
  return [ofTraining, ofMean, ...ofSample(epochs), ...bestMark(epochs)];
}

/** Of Gibbs sampling: what one sample alone comes to, beside the mean that is in use. */
function ofSample(epochs: readonly EpochReport[]): readonly CurveSeries[] {
  const points = epochs.flatMap(({ epoch, sampleError }) => (sampleError === undefined ? [] : [{ x: epoch, y: sampleError }]));
  return points.length === 0 ? [] : [{ name: 'One sample', color: '--color-validation', dashed: true, points }];
}

/** Whether the mean of several samples is drawn, which differs from the last of them. */
export const isAveraged = (epochs: readonly EpochReport[]): boolean =>
  epochs.some(({ epoch, sampleError }) => sampleError !== undefined && epoch > BURN_IN + 1);

/** The best epoch, as a point of its own, once a later one was worse. */
function bestMark(epochs: readonly EpochReport[]): readonly CurveSeries[] {
  const best = bestEpoch(epochs);
  if (!best || best.epoch === epochs.at(-1)?.epoch) return [];
  return [{ name: 'Best', color: '--color-accent', points: [{ x: best.epoch, y: best.validationError }] }];
}

/** Where the epoch at work stands, in epochs; null once it is reported as done. */
function liveX({ epoch, step, stepsPerEpoch }: RunProgress, done: number): number | null {
  return epoch > done ? epoch - 1 + step / stepsPerEpoch : null;
}

export function axisOf(configuration: Pick<Configuration, 'loss' | 'listWeight'>): YAxis {
  const { error, unit } = measureOf(configuration);
  return { title: error, unit, leastSpan: LEAST_ERROR_SPAN };
}

/** The levels that need no training; none where a run has not told them. */
export function referencesOf(start: RunStart | null): readonly ReferenceLine[] {
  if (start === null) return [];
  const { loss, listWeight } = start.configuration;
  if (givesScores(loss)) {
    return [{ name: loss === 'implicit' ? 'All scores 0' : 'Guessing', value: untrainedError(loss) }];
  }
  if (listWeight === 1) return [{ name: 'Guessing', value: Math.log(start.data.movies) }];
  if (start.baselines === null) return [];
  const { globalMean, biases } = start.baselines;
  return [
    { name: 'Global mean', value: globalMean },
    { name: 'User + movie bias', value: biases },
  ];
}

/** How well the lists of a few users hit, epoch by epoch. */
export const listCurveOf = (epochs: readonly EpochReport[]): readonly CurveSeries[] => [
  {
    name: 'Lists',
    color: '--color-validation',
    points: epochs.map(({ epoch, sampleNdcg }) => ({ x: epoch, y: sampleNdcg ?? Number.NaN })),
  },
];

/** What lists have to beat. */
export const listReferencesOf = (start: RunStart | null): readonly ReferenceLine[] =>
  start?.listSample ? [{ name: 'Most popular', value: start.listSample.popular }] : [];
