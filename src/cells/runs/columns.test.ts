import { describe, expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunColumn } from './column.ts';
import { columnsInView, columnsOf } from './columns.ts';
import { sortRuns } from './sort-runs.ts';

const record = (id: string, error: number | null, learningRate = 0.02) =>
  testRecord({ learningRate }, { id, epochs: [{ epoch: 1, trainError: 1, validationError: error, seconds: 1 }] });

const shown = (records: readonly RunRecord[], differencesOnly: boolean, byHand = {}) =>
  columnsInView(columnsOf(records, new Set()), differencesOnly, byHand);
const columnOf = (name: string, columns: readonly RunColumn[]): RunColumn =>
  columns.find((column) => column.name === name) as RunColumn;

describe('columns', () => {
  test('of settings are those that differ, or all that have an effect', () => {
    const records = [record('a', 1, 0.02), record('b', 1, 0.04)];
    expect(shown(records, true).map(({ title }) => title)).toEqual([
      ...[
        'Run',
        'Best validation RMSE',
        'NDCG@10 of a sample',
        'Model',
        'Learning rate',
        'Epochs done',
        'Time of epochs',
        'Started',
        'Weights',
      ],
    ]);
    const all = shown(records, false).map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(['batchSize', 'seed', 'data']));
    expect(new Set(all).size).toBe(all.length);
  });

  test('are wide enough for their headings', () => {
    const { all } = columnsOf([record('a', 1), testRecord({ model: 'mlp', ratedSet: true })], new Set());
    expect(all.filter(({ width, title }) => width < 28 + 7 * title.length).map(({ title }) => title)).toEqual([]);
  });

  test('tell a setting without effect, and a figure that is missing, by a dash', () => {
    const columns = shown([testRecord({ model: 'mlp' }), testRecord()], true);
    expect(columnOf('activation', columns).text(testRecord())).toBe('–');
    expect(columnOf('rmse', columns).text(testRecord({ loss: 'bpr' }))).toBe('–');
  });

  test('are shown and hidden by hand, but for the name of the run', () => {
    const names = shown([record('a', 1)], true, { when: false, run: false, parameters: true, batchSize: true }).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['run', 'rmse', 'ndcg', 'model', 'batchSize', 'epochs-done', 'seconds', 'weights', 'parameters']);
  });

  test('say of which runs the weights are there', () => {
    const records = [record('a', 1), record('b', 1), testRecord({}, { id: 'c', origin: 'file' })];
    const weights = columnOf('weights', columnsOf(records, new Set(['b'])).all);
    expect(records.map((one) => weights.text(one))).toEqual(['not kept', 'kept', '–']);
  });

  test('name the data as soon as it is not the same', () => {
    const other = testRecord({}, { data: { ...testRecord().data, name: 'Other', reading: '11111111' } });
    expect(shown([testRecord(), other], true).at(-1)).toMatchObject({ name: 'data' });
  });
});

describe('runs are sorted', () => {
  const records = [record('a', 0.9), record('b', null), record('c', 0.8)];
  const rmse = columnOf('rmse', shown(records, true));

  test('by numbers, those without one last in both directions', () => {
    expect(sortRuns(records, rmse, false).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(sortRuns(records, rmse, true).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('by names, numbers within them as numbers', () => {
    const named = ['run 10', 'run 9', ''].map((name, at) => testRecord({}, { name, id: name || 'none', number: at }));
    const run = columnOf('run', shown(named, true));
    expect(sortRuns(named, run, false).map(({ id }) => id)).toEqual(['none', 'run 9', 'run 10']);
  });
});
