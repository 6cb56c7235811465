import { expect, it } from 'vitest';
import type { EpochReport, RunProgress } from '../core/run-report.ts';
import { miniCurve } from './mini-curve.ts';

const BOX = { width: 100, height: 20 };
const epoch = (number: number, trainError: number, validationError: number | null) =>
  ({ epoch: number, trainError, validationError }) as EpochReport;
const at = (number: number, step: number, trainError: number | null) =>
  ({ epoch: number, step, stepsPerEpoch: 10, trainError }) as RunProgress;

it('is empty before the first step', () => {
  expect(miniCurve([], null, 5, BOX)).toEqual({ train: '', validation: '' });
  expect(miniCurve([], at(1, 0, null), 5, BOX)).toEqual({ train: '', validation: '' });
});

it('goes from the first epoch to the last that is planned, with small errors at the bottom', () => {
  const epochs = [epoch(1, 1, 0.9), epoch(2, 0.75, 0.8), epoch(3, 0.5, 0.85)];
  expect(miniCurve(epochs, null, 5, BOX)).toEqual({ train: '0,0 25,10 50,20', validation: '0,4 25,8 50,6' });
});

it('has the epoch at work for training alone, and only until it is reported as done', () => {
  const epochs = [epoch(1, 1, 0.9), epoch(2, 0.5, 0.8)];
  expect(miniCurve(epochs, at(3, 5, 0.6), 5, BOX)).toEqual({ train: '0,0 25,20 37.5,16', validation: '0,4 25,8' });
  expect(miniCurve(epochs, at(2, 10, 0.6), 5, BOX).train).toBe('0,0 25,20');
});

it('has no validation where nothing is held out', () => {
  expect(miniCurve([epoch(1, 1, null), epoch(2, 0.5, null)], null, 2, BOX)).toEqual({ train: '0,0 100,20', validation: '' });
});

it('is level where all errors are the same, and stays inside with a single epoch', () => {
  expect(miniCurve([epoch(1, 1, 1)], null, 1, BOX)).toEqual({ train: '0,10', validation: '0,10' });
});
