import { expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import { buildRatings } from '../core/join-ratings.ts';
import { createRandom } from '../core/random.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import { createRunControl } from '../training/run-control.ts';
import type { LabData } from './loaded-data.ts';
import { createMaterial } from './material.ts';
import { createNetworkRun, trainNetwork } from './network-run.ts';
import { prepareRun } from './prepare-run.ts';

const host = await createNodeHost(1);

const chosen = {
  engine: {
    name: 'simd',
    label: 'simd',
    lost: new AbortController().signal,
    create: (options) => createSimdTrainer(options, host),
    tensors: () => 0,
  },
  reason: '',
  checks: [],
} satisfies ChosenEngine;

function drawRatings() {
  const random = createRandom(1, 'test');
  const draw = (from: number, to: number) =>
    Int32Array.from({ length: 400 }, () => from + Math.floor(random.next() * (to - from)));
  return buildRatings(
    { users: draw(1, 20), movies: draw(1, 40), stars: Float32Array.from(draw(1, 6)), timestamps: new Uint32Array(400) },
    [],
  );
}

async function trained(listWeight: number) {
  const ratings = drawRatings();
  const configuration = resolve({ listWeight, userFactors: 5, movieFactors: 5, epochs: 2, batchSize: 64 });
  const prepared = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
  const run = await createNetworkRun({ runId: 'a', number: 1, data: { ratings } as LabData, prepared, chosen }, null);
  const listeners = { onUsable: () => undefined, onCheckpoint: () => undefined };
  const errors: number[] = [];
  for await (const event of trainNetwork(run, createRunControl(), listeners)) {
    if (event.kind === 'epoch') errors.push(event.epoch.validationError ?? expect.fail());
  }
  return { run, ratings, errors };
}

test('a model of two tasks predicts stars by the one and ranks by the other', async () => {
  const { run, ratings } = await trained(0.5);
  const { stars, ranking } = await run.model.predictor.score(Int32Array.of(3));
  expect(ranking).toEqual(await run.trainer.rank?.(Int32Array.of(3)));
  const users = new Int32Array(ratings.movieIds.size).fill(3);
  const movies = users.map((_, movie) => movie);
  expect(stars).toEqual(await run.model.predictor.predict({ users, movies }));
  expect(stars.every((value) => value >= 1 && value <= 5)).toBe(true);
});

test('one of the list alone has scores for stars, and is measured by the list', async () => {
  const { run, ratings, errors } = await trained(1);
  const { stars, ranking } = await run.model.predictor.score(Int32Array.of(3));
  expect(stars).toBe(ranking);
  const pairs = { users: Int32Array.of(3, 5, 3), movies: Int32Array.of(7, 7, 0) };
  const of5 = (await run.model.predictor.score(Int32Array.of(5))).ranking;
  expect([...(await run.model.predictor.predict(pairs))]).toEqual([ranking[7], of5[7], ranking[0]]);
  expect(errors).toHaveLength(2);
  for (const error of errors) expect(Math.abs(error - Math.log(ratings.movieIds.size))).toBeLessThan(0.5);
});

test('where nobody liked anything there is no list to learn', () => {
  const ratings = drawRatings();
  const without = { ...ratings, stars: ratings.stars.map((value) => Math.min(value, 3)) };
  const configuration = resolve({ listWeight: 0.5 });
  expect(() => prepareRun(configuration, without, createMaterial(without, configuration))).toThrow(/nothing to learn from/);
});
