import { expect, it } from 'vitest';
import { rateCurves, upToTheClimb } from './rate-curves.ts';

const trials = [1, 0.98, 0.9, 0.85, 0.95, 1.05, 2].map((error, at) => ({ rate: 10 ** (at - 4), error }));

it('cuts the curve where its error is above that of the start again', () => {
  expect(upToTheClimb(trials).map(({ error }) => error)).toEqual([1, 0.98, 0.9, 0.85, 0.95]);
});

it('cuts nothing as long as the error is at its lowest last, or has not climbed back', () => {
  expect(upToTheClimb(trials.slice(0, 4))).toHaveLength(4);
  expect(upToTheClimb(trials.slice(0, 5))).toHaveLength(5);
  expect(upToTheClimb([])).toEqual([]);
});

it('marks the rate that is suggested and the one in use on the curve', () => {
  const [curve, suggested, inUse] = rateCurves(trials, 0.01, 0.1);
  expect(curve?.points).toHaveLength(5);
  expect(suggested).toMatchObject({ label: 'Suggested: 0.01', points: [{ x: -2, y: 0.9 }] });
  expect(inUse).toMatchObject({ label: 'In use: 0.1', points: [{ x: -1, y: 0.85 }] });
});

it('has one mark where the suggestion is in use, and none beyond the curve', () => {
  expect(rateCurves(trials, 0.01, 0.01).map(({ label }) => label)).toEqual([undefined, 'Suggested, and in use: 0.01']);
  expect(rateCurves(trials, null, 50).map(({ name }) => name)).toEqual(['Error']);
  expect(rateCurves(trials, null, 1e-5).map(({ name }) => name)).toEqual(['Error']);
});
