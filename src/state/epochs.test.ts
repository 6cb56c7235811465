import { expect, it } from 'vitest';
import type { EpochReport } from '../core/run-report.ts';
import { epochInUse } from './epochs.ts';

const course = (...errors: readonly number[]) =>
  errors.map((validationError, at) => ({ epoch: at + 1, validationError }) as EpochReport);
const EPOCHS = course(1.1, 0.95, 0.97);

it('in use is the epoch that was taken, else the last', () => {
  expect(epochInUse(EPOCHS, { taken: 2 })?.epoch).toBe(2);
  expect(epochInUse(EPOCHS, { taken: null })?.epoch).toBe(3);
  expect(epochInUse(EPOCHS, null)?.epoch).toBe(3);
  expect(epochInUse([], null)).toBeUndefined();
});
