import { expect, test, vi } from 'vitest';
import { buildRatings } from '../core/join-ratings.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { Bench } from './bench.ts';
import { type MaterialCache, materialOf } from './material.ts';
import { prepareAhead } from './prepare-ahead.ts';

const COUNT = 400;

function open() {
  const ratings = buildRatings(
    {
      users: Int32Array.from({ length: COUNT }, (_, i) => 1 + (i % 20)),
      movies: Int32Array.from({ length: COUNT }, (_, i) => 1 + ((i * 7) % 31)),
      stars: Float32Array.from({ length: COUNT }, (_, i) => 1 + (i % 5)),
      timestamps: null,
    },
    [],
  );
  const data = { ratings, summary: { features: undefined } };
  const bench = {
    data: { at: () => data },
    exclusive: { training: null as object | null },
    engines: { choose: vi.fn(async () => undefined) },
    material: { last: null },
  };
  return { bench, ratings, prepare: (settings: object) => prepareAhead(bench as unknown as Bench, resolve(settings)) };
}

test('a run finds its engine chosen and its material made', async () => {
  const { bench, ratings, prepare } = open();
  await prepare({ userFactors: 3, movieFactors: 3 });
  expect(bench.engines.choose).toHaveBeenCalledOnce();
  const { last } = bench.material as MaterialCache;
  const configuration = resolve({ userFactors: 3, movieFactors: 3 });
  expect(materialOf(bench.material, ratings, configuration)).toBe(last?.material);
});

test('a baseline needs no engine', async () => {
  const { bench, prepare } = open();
  await prepare({ model: 'bias' });
  expect(bench.engines.choose).not.toHaveBeenCalled();
});

test('nothing is made once training has begun', async () => {
  const { bench, prepare } = open();
  bench.engines.choose.mockImplementation(async () => {
    bench.exclusive.training = {};
  });
  await prepare({});
  expect(bench.material.last).toBeNull();
});
