import { expect, test } from 'vitest';
import type { EpochReport, RunStart } from '../../src/core/run-report.ts';
import type { Message } from '../../src/lab/wire.ts';
import type { Recording } from '../browser/record-lab.mjs';
import { buildReport } from './report.mjs';

const event = (at: number, event: object) => ({
  at,
  message: { kind: 'progress', id: 3, call: 'train/start', progress: event } as Message,
});
const reply = (at: number, id: number, value: object) => ({
  at,
  message: { kind: 'reply', id, call: 'some/call', value } as Message,
});

const summary = (name: string) => ({ name, ratings: 1000, users: 30, movies: 40, histogram: [], elapsed: { parse: 12.34 } });

const run = (name: string, label: string): Partial<RunStart> => ({
  configuration: { model: 'dot', batchSize: 64, userFactors: 8, seed: 5 } as RunStart['configuration'],
  engine: { name, label } as RunStart['engine'],
  trainRatings: 900,
  validationRatings: 100,
  testRatings: 0,
});

const epoch = (epoch: number, seconds: number, validationError: number): Partial<EpochReport> => {
  return { epoch, seconds, trainError: 1, validationError, validationMae: validationError / 2 };
};

function recording(name = 'simd', label = 'WebAssembly SIMD, 2 threads', outcome = 'done'): Recording {
  return {
    requests: [
      { at: 100, id: 1, call: 'data/load' },
      { at: 700, id: 2, call: 'data/load' },
      { at: 2005, id: 3, call: 'train/start' },
    ],
    messages: [
      reply(500, 1, summary('first')),
      reply(1700, 2, summary('second')),
      event(2100, { kind: 'run-started', run: run(name, label) }),
      event(2500, { kind: 'epoch', epoch: epoch(1, 0.3, 0.9) }),
      event(2900, { kind: 'epoch', epoch: epoch(2, 0.2, 0.8) }),
      reply(2950, 3, { outcome, test: null, tensors: { before: 1, after: 2 } }),
    ],
    clickedAt: 2000,
    crash: null,
  };
}

const report = (seen = recording()) =>
  buildReport({ recording: seen, peakMemoryMb: 321.5, longestTaskMs: 12, workerSeconds: 1.23456 });

test('tells of the data loaded last, every epoch since the click, and the end', () => {
  expect(report()).toEqual({
    data: { name: 'second', ratings: 1000, users: 30, movies: 40, loadMs: { parse: 12.3, total: 1000 } },
    secondsBeforeClick: 0.3,
    model: 'dot',
    engine: 'simd',
    threads: 2,
    batch: 64,
    dim: 8,
    epochs: [
      { epoch: 1, seconds: 0.3, trainRmse: 1, validationRmse: 0.9, secondsSinceClick: 0.5 },
      { epoch: 2, seconds: 0.2, trainRmse: 1, validationRmse: 0.8, secondsSinceClick: 0.9 },
    ],
    test: { rmse: 0.8, mae: 0.4 },
    ratingsPerSecond: 3600,
    peakMemoryMb: 321.5,
    tensors: { before: 1, after: 2 },
    longestTaskMs: 12,
    workerSeconds: 1.235,
    parts: expect.stringContaining('900 train and 100, drawn at random by seed 5, are the test part'),
  });
});

test.each([
  ['simd', 'WebAssembly SIMD, 1 thread', 1],
  ['wasm', 'TensorFlow.js WebAssembly', 1],
  ['webgl', 'TensorFlow.js WebGL (ANGLE, 4 threads)', null],
  ['webgpu', 'TensorFlow.js WebGPU (some 8 threads)', null],
])('counts the threads of %s', (name, label, threads) => {
  expect(report(recording(name, label)).threads).toBe(threads);
});

test('a run that was stopped is no measurement', () => {
  expect(() => report(recording('simd', 'WebAssembly SIMD', 'stopped'))).toThrow('The run ended before its time.');
});
