import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import { createSimdTrainer } from '../../../engines/simd/trainer.ts';
import { type Bench, type BenchParts, createBench } from '../../../lab/bench.ts';
import type { CallContext } from '../../../lab/wire.ts';
import { bundledRatings, trainOn } from '../trained.fixture.ts';
import type { OwnMovie } from './contract.ts';
import { handlers } from './lab.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CONTEXT: CallContext<never> = { report: () => undefined, signal: new AbortController().signal, transfer: () => undefined };
const LIST = { count: 5, minRatings: 10 };
const GODFATHER = 858;

let bench: Bench;
beforeAll(async () => {
  const host = await createNodeHost(1);
  const create = (options: Parameters<typeof createSimdTrainer>[0]) => createSimdTrainer(options, host);
  const run = await trainOn(await bundledRatings(), { epochs: 2, userFactors: 8, listWeight: 0 }, create);
  bench = createBench({} as BenchParts);
  bench.inUse.take(run.model);
});

const you = () => handlers(bench);
const find = async (typed: string): Promise<OwnMovie> => {
  const [first] = await you().search({ typed }, CONTEXT);
  return { ...(first ?? expect.fail()), stars: 5 };
};

describe('somebody new', () => {
  test('finds a movie, rates it, and gets a list without it', async () => {
    const own = await find('the godfather');
    expect(own).toMatchObject({ movieId: GODFATHER, title: 'Godfather, The', year: 1972 });
    const list = await you().recommend({ own: [own], request: LIST }, CONTEXT);
    expect(list).toMatchObject({ by: 'ridge', missing: [] });
    expect(list.movies).toHaveLength(5);
    expect(list.movies.map(({ movieId }) => movieId)).not.toContain(GODFATHER);
  });

  test('who likes a movie gets another list than who does not', async () => {
    const own = await find('the godfather');
    const listWith = async (stars: number) =>
      (await you().recommend({ own: [{ ...own, stars }], request: LIST }, CONTEXT)).movies.map(({ movieId }) => movieId);
    expect(await listWith(5)).not.toEqual(await listWith(0.5));
  });

  test('is told of ratings whose movies are not in the data, and who has no other that there is nothing to go by', async () => {
    const [own, other] = [await find('heat 1995'), { movieId: GODFATHER, title: 'Another Film', year: null, stars: 3 }];
    const list = await you().recommend({ own: [other, own], request: LIST }, CONTEXT);
    expect(list.missing).toEqual(['Another Film']);
    await expect(you().recommend({ own: [other], request: LIST }, CONTEXT)).rejects.toMatchObject({ code: 'no-data' });
  });

  test('is asked about well-known movies that they have not rated, each once', async () => {
    const { movies, by } = await you().prompts({ rated: [GODFATHER] }, CONTEXT);
    expect(by).toBe('embeddings');
    expect(new Set(movies.map(({ movieId }) => movieId)).size).toBe(12);
    expect(movies.map(({ movieId }) => movieId)).not.toContain(GODFATHER);
    expect(Math.min(...movies.map((movie) => movie.ratings))).toBeGreaterThan(50);
  });
});

describe('what if', () => {
  const ask = (userId: number, changes: { movieId: number | string; stars: number | null }[]) =>
    you().whatIf({ userId, changes, request: LIST }, CONTEXT);

  test('nothing changes where nothing is changed', async () => {
    const { before, after, learned } = await ask(15, []);
    expect(after).toEqual(before);
    expect(learned.length).toBeGreaterThan(100);
  });

  test('a rating that is left out may be recommended, and the list before stays', async () => {
    const { before, learned } = await ask(15, []);
    const [best] = learned as [OwnMovie];
    const changed = await ask(15, [{ movieId: best.movieId, stars: null }]);
    expect(changed.before).toEqual(before);
    expect(changed.learned).toEqual(learned);
    const worst = learned.slice(0, 40).map(({ movieId }) => ({ movieId, stars: 0.5 }));
    expect((await ask(15, worst)).after).not.toEqual(before);
  });
});
