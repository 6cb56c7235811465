import { describe, expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { meanOf, overlapOf, type RepeatGroup, repeatGroups } from './groups.ts';

const run = (id: string, overrides: Overrides, error: number, parts: Partial<RunRecord> = {}): RunRecord =>
  testRecord(overrides, {
    id,
    group: { id: 'g', place: 0 },
    epochs: [{ epoch: 1, trainError: 1, validationError: error, seconds: 1 }],
    ...parts,
  });
const groupOf = (...records: readonly RunRecord[]): RepeatGroup => repeatGroups(records).get('g') ?? expect.fail();

describe('runs of one group', () => {
  test('that differ in the seed alone are repeats, oldest first', () => {
    const group = groupOf(
      run('b', { seed: 2 }, 0.9, { startedAt: 2 }),
      run('a', { seed: 1 }, 0.8, { startedAt: 1 }),
      testRecord(),
    );
    expect(group).toMatchObject({ kind: 'seeds', failed: 0 });
    expect(group.records.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('that differ in anything else are none, and neither is a single run', () => {
    const data = { ...testRecord().data, reading: 'ffffffff' };
    for (const other of [run('b', { learningRate: 0.1 }, 1), run('b', { model: 'mlp' }, 1), run('b', { seed: 2 }, 1, { data })]) {
      expect(repeatGroups([run('a', {}, 1), other]).size).toBe(0);
    }
    expect(repeatGroups([run('a', {}, 1)]).size).toBe(0);
  });

  test('that failed, were stopped or go still are left out of the mean', () => {
    const group = groupOf(
      run('a', { seed: 1 }, 0.8),
      run('b', { seed: 2 }, 7, { outcome: 'failed' }),
      run('c', { seed: 3 }, 7, { outcome: null }),
      run('d', { seed: 4 }, 7, { outcome: 'stopped' }),
      run('e', { seed: 5 }, 1, { outcome: 'early' }),
    );
    expect(group.failed).toBe(1);
    expect(meanOf('rmse', group)).toMatchObject({ n: 2, mean: 0.9 });
    expect(meanOf('ndcg', group)).toBeNull();
  });
});

describe('the overlap of training parts', () => {
  test('of k folds is 1 / (k − 1)', () => {
    expect(overlapOf([run('a', {}, 1, { fold: { at: 1, of: 5 } })])).toBe(1 / 4);
  });

  test('of a random share is what is held out over what is trained on', () => {
    expect(overlapOf([run('a', { validationShare: 0.1, testShare: 0.1 }, 1)])).toBeCloseTo(0.1 / 0.8);
  });

  test('is nothing where every seed holds out the same ratings', () => {
    expect(overlapOf([run('a', { split: 'leave-last' }, 1)])).toBe(0);
    expect(overlapOf([])).toBe(0);
  });
});
