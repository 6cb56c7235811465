import { expect, test, vi } from 'vitest';
import { buildRatings } from '../core/join-ratings.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { Bench } from './bench.ts';
import { createMaterial, type MaterialCache, materialOf } from './material.ts';
import { prepareAhead, prepareInPieces, timeEngines } from './prepare-ahead.ts';
import { prepareRun } from './prepare-run.ts';

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
    engines: { makeReady: vi.fn(async () => undefined), time: vi.fn(async () => undefined) },
    material: { last: null },
  };
  return {
    bench,
    ratings,
    prepare: (settings: object) => prepareAhead(bench as unknown as Bench, resolve(settings)),
    time: (settings: object) => timeEngines(bench as unknown as Bench, resolve(settings)),
  };
}

test('a run finds its engine ready and its material made', async () => {
  const { bench, ratings, prepare } = open();
  const configuration = resolve({ userFactors: 3, movieFactors: 3 });
  await prepare(configuration);
  expect(bench.engines.makeReady.mock.calls).toEqual([[configuration.engine, configuration]]);
  const { last } = bench.material as MaterialCache;
  const material = materialOf(bench.material, ratings, configuration);
  expect(material).toBe(last?.material);
  expect(material.baselines.advance()).toBe(true);
});

test('a baseline needs no engine', async () => {
  const { bench, prepare, time } = open();
  await prepare({ model: 'bias' });
  await time({ model: 'bias' });
  expect(bench.engines.makeReady).not.toHaveBeenCalled();
  expect(bench.engines.time).not.toHaveBeenCalled();
});

test('nothing more is made once training has begun, and nothing is timed', async () => {
  const { bench, ratings, prepare, time } = open();
  const preparing = prepare({});
  bench.exclusive.training = {};
  await preparing;
  expect(materialOf(bench.material, ratings, resolve({})).baselines.advance()).toBe(false);
  await time({});
  expect(bench.engines.time).not.toHaveBeenCalled();
});

test('a run goes on with what is half made', async () => {
  const { bench, ratings, prepare } = open();
  const configuration = resolve({});
  const preparing = prepare(configuration);
  const run = await prepareInPieces(configuration, ratings, bench.material);
  await preparing;
  expect(run.baselines).toEqual(prepareRun(configuration, ratings, createMaterial(ratings, configuration)).baselines);
});

test('an engine that does not arrive is heard of by whoever asked, and by nobody else', async () => {
  const { bench, prepare } = open();
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  // A mock would hear of it itself.
  const makeReady = () => Promise.reject(new Error('no engine'));
  Object.assign(bench.engines, { makeReady });
  await expect(prepare({})).rejects.toThrow('no engine');
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});
