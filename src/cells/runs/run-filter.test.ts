import { describe, expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { columnsOf } from './columns.ts';
import { parseFilter } from './run-filter.ts';

const RUNS = [
  testRecord({ learningRate: 0.01 }, { id: 'slow', name: 'slow one', note: 'before lunch' }),
  testRecord({ model: 'mlp', learningRate: 0.1, hidden: [64, 32] }, { id: 'mlp' }),
  testRecord({ loss: 'bpr', optimizer: 'lazy-adam' }, { id: 'pairs', data: { ...testRecord().data, name: 'Books' } }),
];
const { all } = columnsOf(RUNS, new Set(['mlp']));
const found = (text: string) => {
  const { passes, problem } = parseFilter(text, all);
  return { ids: RUNS.filter(passes).map(({ id }) => id), problem };
};

describe('a filter', () => {
  test.each([
    ['', ['slow', 'mlp', 'pairs']],
    ['SLOW lunch', ['slow']],
    ['"before lunch"', ['slow']],
    ['books', ['pairs']],
    ['mlp', ['mlp']],
    ['rmse < 0.92', ['slow', 'mlp']],
    ['rmse>=0.91 and learningRate<0.05', ['slow']],
    ['metrics.rmse <= 0.91 AND params.model = "mlp"', ['mlp']],
    ['Learning rate > 0.05', ['mlp']],
    ['slow learning rate = 0.01', ['slow']],
    ['optimizer = adam', ['slow', 'mlp']],
    ['optimizer == "Lazy Adam"', ['pairs']],
    ['optimizer != adam', ['pairs']],
    ['rmse != 0.91', ['pairs']],
    ['hidden=64,32', ['mlp']],
    ['weights = kept', ['mlp']],
    ['run = "slow one"', ['slow']],
    ['ndcg > 0.9', []],
    ['mlp rmse <', ['mlp']],
    ['epochs-done = 2', ['slow', 'mlp', 'pairs']],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual({ ids, problem: null });
  });

  test.each([
    ['speed < 3', 'No column is called “speed”.'],
    ['model > 3', '“Model” is no number, so = and != are all that it can be compared by.'],
    ['rmse < low', '“low” is no number to compare “Best validation RMSE” with.'],
  ])('%s is said not to be understood, and leaves nothing out', (text, problem) => {
    expect(found(text)).toEqual({ ids: ['slow', 'mlp', 'pairs'], problem });
  });

  test('“or” between comparisons is said not to be understood', () => {
    expect(found('rmse < 0.915 or model = mlp')).toEqual({
      ids: ['mlp'],
      problem: 'All parts of a filter have to hold: “or” is not understood.',
    });
  });

  test('that is cut off is no error', () => {
    for (const text of ['"slow', 'rmse <', '<', 'name="slow', '= =']) expect(() => found(text)).not.toThrow();
  });
});
