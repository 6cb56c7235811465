import { expect, it } from 'vitest';
import { runShare } from './run-progress.ts';

type Start = Parameters<typeof runShare>[0];
type Progress = Parameters<typeof runShare>[1];

const start = { configuration: { epochs: 4 } } as Start;
const at = (epoch: number, step: number) => ({ epoch, step, stepsPerEpoch: 10 }) as Progress;

it('counts whole epochs and the steps of the one at work', () => {
  expect(runShare(start, at(1, 0))).toBe(0);
  expect(runShare(start, at(3, 5))).toBe(0.625);
  expect(runShare(start, at(4, 10))).toBe(1);
});

it('is unknown before the first step', () => {
  expect(runShare(start, null)).toBeNull();
  expect(runShare(null, at(1, 1))).toBeNull();
});
