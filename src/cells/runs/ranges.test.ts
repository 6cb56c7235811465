import { expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { columnsOf } from './columns.ts';
import { isWithin, rangeWords, withRange } from './ranges.ts';

const [dot, pairs] = [testRecord({ learningRate: 0.01 }), testRecord({ loss: 'bpr' })];
const { all } = columnsOf([dot, pairs], new Set());
const columnOf = (name: string) => all.find((column) => column.name === name) ?? expect.fail();

test('a run lies within a range with its ends, and never where it has no number', () => {
  expect(isWithin(dot, { rmse: { from: 0.91, to: 1 } }, all)).toBe(true);
  expect(isWithin(dot, { rmse: { from: 0.92, to: 1 } }, all)).toBe(false);
  expect(isWithin(pairs, { rmse: { from: 0, to: 9 } }, all)).toBe(false);
});

test('a range of texts holds some of them', () => {
  const loss = columnOf('loss').text(pairs);
  expect([dot, pairs].map((run) => isWithin(run, { loss: { texts: [loss] } }, all))).toEqual([false, true]);
});

test('a range of a column that there is not counts for nothing', () => {
  expect(isWithin(dot, { momentum: { from: 5, to: 6 } }, all)).toBe(true);
});

test('ranges are set, replaced and taken away', () => {
  const one = withRange({}, 'rmse', { from: 0, to: 1 });
  expect(withRange(one, 'rmse', { from: 0, to: 2 })).toEqual({ rmse: { from: 0, to: 2 } });
  expect(withRange(one, 'rmse', null)).toEqual({});
});

test('ranges are told as their columns write them', () => {
  expect(rangeWords(columnOf('learningRate'), { from: 0.01, to: 0.05 })).toBe('Learning rate 0.01 to 0.05');
  expect(rangeWords(columnOf('rmse'), { from: 0.9, to: 0.9 })).toBe('Best validation RMSE 0.900');
  expect(rangeWords(columnOf('loss'), { texts: ['BPR', 'Squared'] })).toBe('Loss BPR or Squared');
});
