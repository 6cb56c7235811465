import type { Overrides } from './hyperparameters.ts';
import { RUN_RECORD_VERSION, type RunRecord, type RunSeen } from './run-record.ts';
import { resolve } from './settings/defaults.ts';

/** A record for tests: a run of two epochs, the first of which is the better one. */
export function testRecord(overrides: Overrides = {}, parts: Partial<RunRecord> = {}): RunRecord {
  return {
    version: RUN_RECORD_VERSION,
    id: 'a',
    number: 1,
    startedAt: 1000,
    name: '',
    note: '',
    origin: 'hand',
    configuration: resolve(overrides),
    data: { name: 'MovieLens', sha256: 'a'.repeat(64), ratings: 100_000, reading: '01234567', feedback: 'ratings' },
    engine: { name: 'simd', label: 'WebAssembly SIMD' },
    epochs: [
      { epoch: 1, trainError: 0.9, validationError: 0.91, sampleNdcg: 0.2, seconds: 1 },
      { epoch: 2, trainError: 0.8, validationError: 0.95, sampleNdcg: 0.3, seconds: 1.5 },
    ],
    baselines: { globalMean: 1.04, biases: 0.89 },
    test: null,
    outcome: 'done',
    taken: null,
    parameters: 12,
    seconds: 3,
    ...parts,
  };
}

/** A run that has just begun. */
export const testRun = (runId: string, number = 1): RunSeen => ({
  start: {
    runId,
    number,
    configuration: resolve({}),
    data: { name: 'MovieLens', sha256: null, ratings: 3, layout: null } as unknown as RunSeen['start']['data'],
    engine: { name: 'simd', label: 'WebAssembly SIMD', reason: '', checks: [] },
    ...{ trainRatings: 2, trainMeasured: 2, validationRatings: 1, testRatings: 0, parameters: 12 },
    baselines: null,
    popularAuc: null,
  },
  epochs: [],
  summary: null,
  failed: false,
});
