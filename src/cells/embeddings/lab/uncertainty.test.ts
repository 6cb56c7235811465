import { expect, test } from 'vitest';
import type { Pairs } from '../../../engines/trainer.ts';
import type { Model } from '../../../lab/model.ts';
import { createEmbeddingsReader } from './embeddings.ts';
import { createMapper } from './map.ts';
import { modelOf, ratingsOf } from './model.fixture.ts';
import { uncertaintyOf } from './uncertainty.ts';

const SILENT = { report: () => {}, signal: new AbortController().signal };
const model = modelOf(ratingsOf(40));
const asked: Pairs[] = [];
/** A tenth of a star more for each movie, and a hundredth for each user. */
const sure = {
  ...model,
  predictor: {
    doubt: async (pairs: Pairs) => {
      asked.push(pairs);
      return {
        spread: Float32Array.from(pairs.movies, (movie, at) => 0.1 * movie + 0.01 * (pairs.users[at] as number)),
        noise: 0,
      };
    },
  },
} as unknown as Model;
const mapper = createMapper(createEmbeddingsReader(() => null));
await mapper.map(model, { of: 'movies', method: 'pca' }, SILENT);

test('each movie has the mean over the same users, those of training ratings', async () => {
  const colours = await uncertaintyOf(sure, mapper.last());
  if (colours.kind !== 'values') throw new Error('There are no values');
  const users = asked.map(({ users }) => users[0] as number);
  expect(users).toHaveLength(100);
  const ofUsers = users.reduce((sum, user) => sum + 0.01 * user, 0) / 100;
  const { rows } = mapper.last().points;
  colours.values.forEach((value, point) => {
    expect(value).toBeCloseTo(0.1 * (rows[point] as number) + ofUsers, 5);
  });
  expect(colours.low).toBeLessThan(colours.high);
});

test('is said to be missing where the model does not know, or is not the one on the map', async () => {
  expect(await uncertaintyOf({ ...sure, predictor: {} } as Model, mapper.last())).toMatchObject({
    kind: 'none',
    why: expect.stringContaining('Gibbs sampling'),
  });
  const parts = { ...sure.parts, configuration: { ...sure.parts.configuration, optimizer: 'gibbs' } };
  expect(await uncertaintyOf({ ...sure, parts, predictor: {} } as Model, mapper.last())).toMatchObject({
    kind: 'none',
    why: expect.stringContaining('the mean of the samples alone'),
  });
  const early = { ...sure, predictor: { doubt: async () => null } } as unknown as Model;
  expect(await uncertaintyOf(early, mapper.last())).toMatchObject({
    kind: 'none',
    why: 'The first 10 epochs are not averaged, and one sample alone has no spread. Train for more epochs.',
  });
  expect(await uncertaintyOf({ ...sure, runId: 'another' }, mapper.last())).toMatchObject({
    kind: 'none',
    why: 'The map shows another model than the one in use.',
  });
});
