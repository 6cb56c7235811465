import type { ListAxis, RangeAxis } from './axis.ts';
import type { SweepSettings } from './sweep-settings.ts';

export const RATES: RangeAxis = { kind: 'range', name: 'learningRate', scale: 'log', from: 0.001, to: 0.1, steps: 3 };
export const FACTORS: ListAxis = { kind: 'list', name: 'userFactors', values: [8, 16] };

/** A sweep for tests: a grid of six. */
export const testSweep = (parts: Partial<SweepSettings> = {}): SweepSettings => ({
  axes: [RATES, FACTORS],
  method: 'grid',
  rounds: 'full',
  trials: 9,
  seed: 1,
  measure: 'rmse',
  seconds: 0,
  ...parts,
});
