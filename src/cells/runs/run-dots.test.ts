import { expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { columnsOf } from './columns.ts';
import { colourOf } from './drawn-curves.ts';
import { colourOfRun, dotsOf, numberColumns } from './run-dots.ts';

const RUNS = [
  testRecord({ learningRate: 0.01 }, { id: 'a', number: 1 }),
  testRecord({ learningRate: 0.1 }, { id: 'b', number: 2 }),
  testRecord({ loss: 'bpr' }, { id: 'pairs' }),
  testRecord({}, { id: 'diverged', epochs: [{ epoch: 1, trainError: 1, validationError: Number.NaN, seconds: 1 }] }),
];
const { all } = columnsOf(RUNS, new Set());
const columnOf = (name: string) => all.find((column) => column.name === name) ?? expect.fail();

test('a dot has two numbers of a run and the colour that the run has everywhere', () => {
  const { dots } = dotsOf(RUNS.slice(0, 2), columnOf('learningRate'), columnOf('rmse'), [null, 'b']);
  expect(dots).toEqual([
    { id: 'a', name: 'Run 1', x: 0.01, y: 0.91, color: null },
    { id: 'b', name: 'Run 2', x: 0.1, y: 0.91, color: colourOf(1) },
  ]);
  expect(colourOfRun('a', [null, 'b'])).toBeNull();
});

test('runs that lack a number, or whose number is none, are left out and counted', () => {
  const { dots, without } = dotsOf(RUNS, columnOf('learningRate'), columnOf('rmse'), []);
  expect([dots.map(({ id }) => id), without]).toEqual([['a', 'b'], 2]);
});

test('columns can be drawn where a run has a number there', () => {
  const names = numberColumns(RUNS, all).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['learningRate', 'batchSize', 'seed', 'rmse', 'ndcg', 'seconds', 'parameters']));
  for (const name of ['model', 'when', 'momentum', 'data']) expect(names).not.toContain(name);
  expect(numberColumns(RUNS.slice(2, 3), all).map(({ name }) => name)).not.toContain('rmse');
});
