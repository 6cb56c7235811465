import { expect, test } from 'vitest';
import { testRecord, testRun } from './run-record.fixture.ts';
import { recordOf, runLabel } from './run-record.ts';

const END = { runId: 'a', outcome: 'early', taken: 1, seconds: 7, test: null, tensors: { before: 0, after: 0 } } as const;

test('a record follows its run and keeps what was given by hand', () => {
  const first = recordOf(testRun('a', 4), undefined, 1000);
  expect(first).toMatchObject({ id: 'a', number: 4, startedAt: 1000, name: '', origin: 'hand', outcome: null, seconds: null });
  const named = { ...first, name: 'wide', note: 'why', pinned: true as const };
  const ended = recordOf({ ...testRun('a', 9), summary: END }, named, 5000);
  expect(ended).toMatchObject({
    number: 4,
    startedAt: 1000,
    name: 'wide',
    note: 'why',
    pinned: true,
    outcome: 'early',
    taken: 1,
  });
});

test('a run that failed is recorded as such, with its epochs', () => {
  const epoch = {
    epoch: 1,
    trainError: 1,
    validationError: 2,
    validationMae: 1,
    validationAuc: null,
    learningRate: 1,
    seconds: 1,
  };
  const record = recordOf({ ...testRun('a'), epochs: [epoch], failed: true }, undefined, 0);
  expect(record.outcome).toBe('failed');
  expect(record.epochs).toEqual([{ epoch: 1, trainError: 1, validationError: 2, seconds: 1 }]);
});

test('the same file read in another way is other data', () => {
  const run = testRun('a');
  const other = { ...run, start: { ...run.start, data: { ...run.start.data, added: [{ fingerprint: 7 }] as never } } };
  expect(recordOf(run, undefined, 0).data.reading).not.toBe(recordOf(other, undefined, 0).data.reading);
});

test('a run without a name is called by its number', () => {
  expect(runLabel(testRecord({}, { number: 3 }))).toBe('Run 3');
  expect(runLabel(testRecord({}, { number: 3, name: 'wide' }))).toBe('wide');
});
