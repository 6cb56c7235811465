import { describe, expect, test } from 'vitest';
import { createListBatches, listedUsers } from '../core/list-task.ts';
import { resolve } from '../core/settings/defaults.ts';
import { parityCase, parityOptions } from './parity.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import { distributionOf, sampleSize, tableStatistics } from './table-statistics.ts';

describe('distributionOf', () => {
  test('counts every number once, the greatest in the last bin', () => {
    const { bins, ...rest } = distributionOf(Float64Array.of(-1, 0, 0.5, 1));
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect([bins[0], bins[20], bins[30], bins.at(-1)]).toEqual([1, 1, 1, 1]);
    expect(rest).toEqual({ count: 4, least: -1, most: 1, mean: 0.125, norm: 1.5, deviation: expect.closeTo(0.73951, 5) });
  });

  test('of equal numbers, and of none', () => {
    expect(distributionOf(new Float64Array(5).fill(3))).toMatchObject({ bins: [5], least: 3, most: 3, deviation: 0 });
    expect(distributionOf(new Float64Array())).toMatchObject({ bins: [], count: 0, norm: 0 });
  });
});

test.each([0, 0.8])('the gradient is the one that a step of SGD takes, with a list of weight %d', async (listWeight) => {
  const options = parityOptions(parityCase('', { l2: 0.1, listWeight }, { optimizer: 'sgd', users: 400 }));
  const { graph, weights, examples, listTask: task, seed } = options;
  const trainer = createReferenceTrainer({ ...options, batchSize: examples.targets.length });
  trainer.beginEpoch(Int32Array.from(examples.targets, (_, i) => i));
  trainer.step(0, 1);
  const stepped = await trainer.readWeights();
  const list = task && { task, batch: createListBatches(task, 30, seed)(listedUsers(task.liked, 30), 0) };
  const tables = tableStatistics(graph, weights, examples, {}, 'squared', undefined, list);
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(weights));
  for (const { name, gradient, rowsRead, rows, columns, weights: spread } of tables) {
    const before = weights[name] as Float32Array;
    const moved = before.map((value, i) => value - ((stepped[name] as Float32Array)[i] as number));
    expect(gradient.norm).toBeCloseTo(Math.hypot(...moved), 4);
    expect(spread.norm).toBeCloseTo(Math.hypot(...before), 4);
    expect(gradient.count).toBe(rowsRead * columns);
    if (name === 'user_bias/embeddings') expect(rowsRead).toBe(new Set(examples.users).size);
    expect(rowsRead).toBeLessThanOrEqual(rows);
  }
});

test('wide layers are measured on fewer examples', () => {
  const sizeOf = (overrides: Parameters<typeof resolve>[0]) =>
    sampleSize(parityOptions(parityCase('', resolve(overrides))).graph);
  expect(sizeOf({})).toBe(1024);
  expect(sizeOf({ model: 'mlp' })).toBe(1024);
  expect(sizeOf({ model: 'mlp', hidden: [512, 512, 512, 512, 512] })).toBeLessThan(40);
});
