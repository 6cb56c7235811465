import type { CurveSeries, ReferenceLine } from '../../charts/curve.ts';
import type { EpochReport, RunProgress, RunStart } from '../../state/notebook-state.ts';

/** The curves of a run; the training curve also has where the epoch at work stands so far. */
export function curvesOf(epochs: readonly EpochReport[], progress: RunProgress | null): readonly CurveSeries[] {
  const train = epochs.map(({ epoch, trainRmse }) => ({ x: epoch, y: trainRmse }));
  const live = progress && liveX(progress, epochs.length);
  if (progress?.trainRmse != null && live !== null) train.push({ x: live, y: progress.trainRmse });
  const validation = epochs.map(({ epoch, validationRmse }) => ({ x: epoch, y: validationRmse }));
  return [
    { name: 'Train', color: '--color-train', points: train },
    { name: 'Validation', color: '--color-validation', points: validation },
    ...bestMark(epochs),
  ];
}

/** The best epoch, as a point of its own, once a later one was worse. */
function bestMark(epochs: readonly EpochReport[]): readonly CurveSeries[] {
  const best = bestEpoch(epochs);
  if (!best || best.epoch === epochs.at(-1)?.epoch) return [];
  return [{ name: 'Best', color: '--color-accent', points: [{ x: best.epoch, y: best.validationRmse }] }];
}

/** Where the epoch at work stands, in epochs; null once it is reported as done. */
function liveX({ epoch, step, stepsPerEpoch }: RunProgress, done: number): number | null {
  return epoch > done ? epoch - 1 + step / stepsPerEpoch : null;
}

/** The levels that need no training; none where a run has not told them. */
export function referencesOf(start: RunStart | null): readonly ReferenceLine[] {
  if (start === null) return [];
  const { globalMean, biases } = start.baselines;
  return [
    { name: 'Global mean', value: globalMean },
    { name: 'User + movie bias', value: biases },
  ];
}

/** The epoch with the lowest validation error; undefined before the first. */
export function bestEpoch(epochs: readonly EpochReport[]): EpochReport | undefined {
  const [first, ...others] = epochs;
  if (first === undefined) return undefined;
  return others.reduce((best, epoch) => (epoch.validationRmse < best.validationRmse ? epoch : best), first);
}
