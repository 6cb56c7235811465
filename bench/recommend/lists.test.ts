import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { UserIndex } from '../../src/core/ids.ts';
import { isHeldOut } from '../../src/core/split/parts.ts';
import { positionsOf } from '../../src/core/user-positions.ts';
import type { SimdHost } from '../../src/engines/simd/host.ts';
import type { LabData } from '../../src/lab/loaded-data.ts';
import { load } from '../evaluate.ts';
import { createNodeHost } from '../node-host.mjs';
import { compareLists } from './compare-lists.ts';
import { MODELS, type ModelTitle, SMALL } from './models.ts';
import { trainOne } from './train-one.ts';
import { withTraits } from './with-traits.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let data: LabData;
let host: SimdHost;

beforeAll(async () => {
  host = await createNodeHost(1);
  data = withTraits(await load({ kind: 'synthetic', shape: { users: 40, movies: 250, ratings: 2000 }, seed: 1 }));
});

const everybody = (): readonly UserIndex[] => Array.from({ length: data.ratings.userIds.size }, (_, user) => user as UserIndex);

describe('the lists of every user, by every filter,', () => {
  test.each(Object.keys(MODELS) as ModelTitle[])('are those of sorting all movies: %s', async (title) => {
    const model = await trainOne(data, host, { ...MODELS[title], ...SMALL });
    const found = await compareLists(model, everybody());
    model.predictor.dispose();
    expect(found).toMatchObject({ users: 40, lists: 400, wrong: 0, beyondRounding: 0 });
    expect(found.rounding).toBeLessThan(1e-4);
  });
});

test.each(['EASE', 'bias only', 'most popular'] as const)('%s folds a user in as it was fitted with them', async (title) => {
  const { ratings } = data;
  const model = await trainOne(data, host, MODELS[title]);
  for (const user of everybody()) {
    const learned = positionsOf(ratings, user).filter((at) => !isHeldOut(model.parts.split, at));
    const rated = learned.map((at) => ({ movie: ratings.movies[at] as number, stars: ratings.stars[at] as number }));
    const { ranking } = await model.predictor.score(Int32Array.of(user));
    const folded = model.predictor.fold?.(rated).ranking as Float32Array;
    const off = ranking.reduce((most, score, movie) => Math.max(most, Math.abs(score - (folded[movie] as number))), 0);
    expect(off).toBeLessThan(1e-5);
  }
});
