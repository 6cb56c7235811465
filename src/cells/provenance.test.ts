import { expect, it } from 'vitest';
import type { RunStart } from '../core/run-report.ts';
import { runProvenance, withElapsed } from './provenance.ts';

const run = {
  number: 3,
  data: { name: 'MovieLens', sha256: '28debaa8766bcdf5' },
  trainRatings: 90_004,
  validationRatings: 10_000,
  testRatings: 0,
  configuration: { seed: 7 },
  engine: { label: 'WebGL' },
} as RunStart;

it('names run, data, split, seed, engine and time', () => {
  expect(withElapsed(runProvenance(run), 12.34)).toEqual([
    'Run 3',
    'MovieLens, 28debaa8',
    '90,004 ratings for training, 10,000 for validation',
    'seed 7',
    'WebGL',
    '12 s',
  ]);
  expect(runProvenance({ ...run, testRatings: 500 })[2]).toBe(
    '90,004 ratings for training, 10,000 for validation, 500 for the test',
  );
});
