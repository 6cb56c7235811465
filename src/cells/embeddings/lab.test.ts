import { expect, test } from 'vitest';
import type { Bench } from '../../lab/bench.ts';
import type { Model } from '../../lab/model.ts';
import { modelOf, ratingsOf } from './lab/model.fixture.ts';
import { handlers } from './lab.ts';

const MODEL = modelOf(ratingsOf(40));
const inUse = { peek: () => MODEL, ask: <Result>(work: (model: Model) => Promise<Result>) => work(MODEL) };
const calls = handlers({ inUse, underWay: { run: null } } as unknown as Bench);
const moved: Transferable[] = [];
const context = {
  report: () => {},
  signal: new AbortController().signal,
  transfer: (...parts: Transferable[]) => void moved.push(...parts),
};

test('a search ignores case, accents and the article', async () => {
  for (const text of ['ete noir', 'THE ÉTÉ', 'noir']) {
    const [first] = await calls.search({ text, count: 3 }, context);
    expect(first).toMatchObject({ movieId: 40, title: 'The Été Noir', year: 1953, ratings: 6 });
  }
  expect(await calls.search({ text: ' ', count: 3 }, context)).toEqual([]);
});

test('what is asked about points before there is a map is refused; then the points of a map are moved to the page', async () => {
  await expect(calls.point({ point: 0 }, context)).rejects.toMatchObject({ code: 'no-model' });
  const map = await calls.map({ of: 'movies', method: 'pca' }, context);
  expect(moved).toEqual([map.positions.buffer]);
  expect(await calls.pointOf({ movieId: 40 }, context)).toBe(3);
  expect((await calls.points({ points: Int32Array.of(3) }, context)).rows).toMatchObject([{ title: 'The Été Noir' }]);
  expect(await calls.page({ from: 0, count: 2 }, context)).toHaveLength(2);
});
