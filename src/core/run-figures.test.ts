import { describe, expect, test } from 'vitest';
import { difference, differingSettings, figuresOf, settingsOf, whyNotComparable } from './run-figures.ts';
import { testRecord } from './run-record.fixture.ts';

describe('figures', () => {
  test('are of the best epoch, the time of all', () => {
    expect(figuresOf(testRecord())).toEqual({ rmse: 0.91, ndcg: 0.2, seconds: 2.5 });
  });

  test('of pairs have no RMSE, those of no epoch nothing at all', () => {
    expect(figuresOf(testRecord({ loss: 'bpr' }))).toEqual({ rmse: null, ndcg: 0.2, seconds: 2.5 });
    expect(figuresOf(testRecord({}, { epochs: [] }))).toEqual({ rmse: null, ndcg: null, seconds: 0 });
  });
});

describe('runs may be compared', () => {
  test('with the same data, split and seed, whatever the model', () => {
    expect(whyNotComparable(testRecord({ model: 'mlp' }), testRecord({ learningRate: 0.1 }))).toBeNull();
  });

  test('but not with others, which is said', () => {
    const base = testRecord();
    expect(whyNotComparable(testRecord({ seed: 2 }), base)).toBe('another seed');
    expect(whyNotComparable(testRecord({ validationShare: 0.2 }), base)).toBe('another split');
    expect(whyNotComparable(testRecord({ split: 'leave-last' }), base)).toBe('another split');
    for (const part of [{ sha256: null }, { reading: 'ffffffff' }, { ratings: 5 }, { name: 'Other' }]) {
      expect(whyNotComparable(testRecord({}, { data: { ...base.data, ...part } }), base)).toBe('other data');
    }
  });

  test('settings of a split that have no effect do not count', () => {
    expect(whyNotComparable(testRecord({ validationPerUser: 3 }), testRecord())).toBeNull();
  });

  test('in what both have', () => {
    expect(difference('rmse', testRecord({ loss: 'bpr' }), testRecord())).toBeNull();
    const worse = testRecord({}, { epochs: [{ epoch: 1, trainError: 1, validationError: 1, seconds: 1 }] });
    expect(difference('rmse', worse, testRecord())).toBeCloseTo(0.09);
  });
});

describe('settings that differ', () => {
  test('are those with other values, and those that have an effect in some runs alone', () => {
    expect(differingSettings([testRecord(), testRecord({ learningRate: 0.02 })])).toEqual(['learningRate']);
    expect(differingSettings([testRecord(), testRecord({ optimizer: 'sgd' })])).toContain('momentum');
  });

  test('are none of one run, and never the model, which has a column of its own', () => {
    expect(differingSettings([testRecord()])).toEqual([]);
    expect(settingsOf([testRecord()])).not.toContain('model');
    expect(settingsOf([testRecord()])).not.toContain('minRatings');
  });
});
