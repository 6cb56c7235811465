import { expect, test } from 'vitest';
import type { Overrides } from './hyperparameters.ts';
import { testRecord } from './run-record.fixture.ts';
import type { RunRecord } from './run-record.ts';
import { runsToSpare } from './runs-to-spare.ts';

const run = (id: string, overrides: Overrides, error: number | null, ndcg: number, parts: Partial<RunRecord> = {}) =>
  testRecord(overrides, {
    id,
    epochs: [{ epoch: 1, trainError: 1, validationError: error, sampleNdcg: ndcg, seconds: 1 }],
    ...parts,
  });
const spared = (records: readonly RunRecord[], kept = records.map(({ id }) => id)) => [...runsToSpare(kept, records)].sort();

test('the best is that of the lowest error where stars are the aim, and of the highest NDCG where a list is', () => {
  const stars = { listWeight: 0 } as const;
  expect(spared([run('a', stars, 0.9, 0.1), run('b', stars, 0.8, 0.2), run('c', stars, 0.85, 0.3)])).toEqual(['b']);
  const list = { loss: 'implicit', listWeight: 0 } as const;
  expect(spared([run('a', list, 5, 0.1), run('b', list, 9, 0.2)])).toEqual(['b']);
});

test('of runs that aim at both, the best in either stays', () => {
  const both = { listWeight: 0.5 } as const;
  expect(spared([run('a', both, 0.8, 0.1), run('b', both, 0.9, 0.2), run('c', both, 0.85, 0.15)])).toEqual(['a', 'b']);
});

test('each data set and each split has a best of its own, whatever the seed', () => {
  const other = { data: { ...testRecord().data, name: 'Other' } };
  const stars = { listWeight: 0 } as const;
  const records = [
    run('a', stars, 0.9, 0.1),
    run('b', { ...stars, seed: 2 }, 0.8, 0.1),
    run('c', stars, 0.95, 0.1, other),
    run('d', { ...stars, split: 'leave-last' }, 0.99, 0.1),
  ];
  expect(spared(records)).toEqual(['b', 'c', 'd']);
});

test('the pinned run stays, and no run counts whose weights are gone', () => {
  const stars = { listWeight: 0 } as const;
  const records = [run('a', stars, 0.9, 0.1, { pinned: true }), run('b', stars, 0.7, 0.1), run('c', stars, 0.8, 0.1)];
  expect(spared(records, ['a', 'c'])).toEqual(['a', 'c']);
  expect(spared([run('d', stars, null, 0.1)])).toEqual([]);
});
