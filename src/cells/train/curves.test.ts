import { expect, it } from 'vitest';
import type { EpochReport, RunProgress, RunStart } from '../../core/run-report.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { curvesOf, isAveraged, listCurveOf, listReferencesOf, referencesOf } from './curves.ts';

const epoch = (at: number, trainError: number, validationError: number): EpochReport => ({
  epoch: at,
  trainError,
  validationError,
  validationMae: 0.7,
  validationAuc: null,
  learningRate: 0.01,
  seconds: 1,
});
const EPOCHS = [epoch(1, 1, 1.1), epoch(2, 0.9, 0.95), epoch(3, 0.8, 0.97)];
const PROGRESS: RunProgress = {
  epoch: 4,
  step: 5,
  stepsPerEpoch: 10,
  trainError: 0.75,
  ratingsPerSecond: 1,
  secondsLeft: 1,
  paused: false,
};

it('ends the training curve where the epoch at work stands', () => {
  const [train, validation] = curvesOf(EPOCHS, PROGRESS);
  expect(train?.points.at(-1)).toEqual({ x: 3.5, y: 0.75 });
  expect(validation?.points.at(-1)).toEqual({ x: 3, y: 0.97 });
});

it('draws what one sample comes to beside the mean of many', () => {
  const sampled = EPOCHS.map((each) => ({ ...each, sampleError: each.trainError + 1 }));
  const series = curvesOf(sampled, null).find(({ name }) => name === 'One sample');
  expect(series?.points.map(({ y }) => y)).toEqual([2, 1.9, 1.8]);
  expect(curvesOf(EPOCHS, null).map(({ name }) => name)).not.toContain('One sample');
});

it('says that samples are averaged once there are two of them', () => {
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => ({ ...epoch(at + 1, 1, 1), sampleError: 1 }));
  expect([11, 12].map((last) => isAveraged(upTo(last)))).toEqual([false, true]);
  expect(isAveraged(upTo(12).map(({ sampleError: _, ...rest }) => rest))).toBe(false);
});

it('is of training alone where nothing is held out', () => {
  const unmeasured = EPOCHS.map((epoch) => ({ ...epoch, validationError: null }));
  expect(curvesOf(unmeasured, PROGRESS, false).map(({ name }) => name)).toEqual(['Train']);
  expect(referencesOf({ configuration: resolve({}), baselines: null } as RunStart)).toEqual([]);
});

it('does not count an epoch twice once it is reported, nor draw what is not measured', () => {
  expect(curvesOf(EPOCHS, { ...PROGRESS, epoch: 3, step: 10 })[0]?.points).toHaveLength(3);
  expect(curvesOf(EPOCHS, { ...PROGRESS, trainError: null })[0]?.points).toHaveLength(3);
  expect(curvesOf([], null)[0]?.points).toEqual([]);
});

it('marks the best epoch once a later one was worse', () => {
  expect(curvesOf(EPOCHS, null)[2]).toMatchObject({ name: 'Best', points: [{ x: 2, y: 0.95 }] });
  expect(curvesOf(EPOCHS.slice(0, 2), null)).toHaveLength(2);
});

it('draws how well lists hit beside what they have to beat, where that was measured', () => {
  const [lists] = listCurveOf([{ ...(EPOCHS[0] as EpochReport), sampleNdcg: 0.1 }, EPOCHS[1] as EpochReport]);
  expect(lists?.points).toEqual([
    { x: 1, y: 0.1 },
    { x: 2, y: Number.NaN },
  ]);
  expect(listReferencesOf({ listSample: { users: 14, popular: 0.2 } } as RunStart)).toEqual([
    { name: 'Most popular', value: 0.2 },
  ]);
  expect(listReferencesOf({} as RunStart)).toEqual([]);
});
