import { expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { columnsInView, columnsOf } from './columns.ts';
import { axesOf, intervalOf, type RunAxis, rangeOf, strandsOf, withGaps } from './run-strands.ts';

const RUNS = [
  testRecord({ learningRate: 0.1 }, { id: 'a' }),
  testRecord({ learningRate: 0.01, model: 'mlp' }, { id: 'b' }),
  testRecord({ learningRate: 0.01, loss: 'bpr' }, { id: 'c', seconds: 4 }),
];
const columns = columnsInView(columnsOf(RUNS, new Set()), true, {});
const axes = axesOf(RUNS, columns);
const axisOf = (name: string): RunAxis => axes.find((axis) => axis.name === name) ?? expect.fail();

test('axes are the columns in which the runs differ, numbers in their order and texts in theirs', () => {
  expect(axisOf('learningRate')).toMatchObject({ scale: 'log', stops: [0.01, 0.1], isNamed: false });
  expect(axisOf('model')).toMatchObject({ texts: ['Dot product', 'MLP'], stops: [0, 1], isNamed: true });
  expect(axisOf('model').write(1)).toBe('MLP');
  for (const name of ['run', 'when', 'rmse', 'seed']) expect(axes.some((axis) => axis.name === name)).toBe(false);
});

test('a run has a place on each axis, and a gap where it has no number', () => {
  const withErrors = [
    ...RUNS,
    testRecord({}, { id: 'd', epochs: [{ epoch: 1, trainError: 1, validationError: 2, seconds: 1 }] }),
  ];
  const own = axesOf(withErrors, columns);
  const strands = strandsOf(withErrors, own, ['a']);
  const rmse = own.findIndex(({ name }) => name === 'rmse');
  expect(strands.map(({ values }) => values[rmse])).toEqual([0.91, 0.91, null, 2]);
  expect(withGaps(strands)).toBeGreaterThanOrEqual(1);
  expect(strands.map(({ color }) => color)).toEqual(['--color-run-1', null, null, null]);
});

test('what is brushed on an axis of texts is some of them, and back', () => {
  const model = axisOf('model');
  expect(rangeOf(model, { from: 0.6, to: 1.4 })).toEqual({ texts: ['MLP'] });
  expect(rangeOf(model, { from: -0.5, to: 1.5 })).toEqual({ texts: ['Dot product', 'MLP'] });
  expect(intervalOf(model, { texts: ['MLP'] })).toEqual({ from: 1, to: 1 });
  expect(intervalOf(model, { texts: ['EASE'] })).toBeUndefined();
});

test('what is brushed on an axis of numbers is the range itself', () => {
  const rate = axisOf('learningRate');
  expect(rangeOf(rate, { from: 0.01, to: 0.05 })).toEqual({ from: 0.01, to: 0.05 });
  expect(intervalOf(rate, { from: 0.01, to: 0.05 })).toEqual({ from: 0.01, to: 0.05 });
});
