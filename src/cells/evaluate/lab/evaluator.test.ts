import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../../bench/node-host.mjs';
import { buildRatings } from '../../../core/join-ratings.ts';
import { BASELINE_NAMES } from '../../../core/model-name.ts';
import { createRandom } from '../../../core/random.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { splitRatings } from '../../../core/split.ts';
import { moduleName } from '../../../engines/simd/host.ts';
import { symmetricMatrices } from '../../../engines/simd/inverse/matrix.ts';
import type { Model } from '../../../lab/model.ts';
import type { EvaluationProgress } from '../contract.ts';
import { createEvaluator } from './evaluator.ts';

const matrices = async () => symmetricMatrices(await (await createNodeHost(1)).loadModule(moduleName(1)));

const USERS = 30;
const MOVIES = 40;

/** A model that predicts three stars and ranks by the number of the movie, on ratings drawn by `seed`. */
function modelOf(
  changes: Parameters<typeof resolve>[0] = {},
  starsOf = (draw: number): number => 1 + Math.floor(draw * 5),
): Model {
  const random = createRandom(3, 'ratings');
  const pairs = Array.from({ length: USERS * MOVIES }, (_, at) => at).filter(() => random.next() < 0.5);
  const ratings = buildRatings(
    {
      users: Int32Array.from(pairs, (at) => at % USERS),
      movies: Int32Array.from(pairs, (at) => Math.floor(at / USERS)),
      stars: Float32Array.from(pairs, () => starsOf(random.next())),
      timestamps: null,
    },
    [],
  );
  const configuration = resolve({ validationShare: 0.2, ...changes });
  const score = (users: Int32Array): Float32Array => Float32Array.from({ length: users.length * MOVIES }, (_, at) => at % MOVIES);
  return {
    runId: 'one',
    data: { ratings },
    parts: { configuration, split: splitRatings(ratings, configuration) },
    network: null,
    predictor: {
      predict: async ({ users }: { users: Int32Array }) => new Float32Array(users.length).fill(3),
      score: async (users: Int32Array) => ({ stars: score(users), ranking: score(users) }),
    },
  } as unknown as Model;
}

const REQUEST = { part: 'validation', k: 10, threshold: null, minRatings: 1 } as const;
const evaluate = (
  model: Model,
  request: Parameters<ReturnType<typeof createEvaluator>['evaluate']>[1] = REQUEST,
  report: (progress: EvaluationProgress) => void = () => {},
  signal = new AbortController().signal,
  evaluator = createEvaluator(matrices),
) => evaluator.evaluate(model, request, { report, signal });

describe('a model and the baselines', () => {
  test('are measured on the same users, the most popular movies first; the share done rises', async () => {
    const shares: number[] = [];
    const { own, baselines, ahead, judged, users, threshold } = await evaluate(modelOf(), REQUEST, ({ share }) =>
      shares.push(share),
    );
    expect(own).toMatchObject({ model: 'dot', isOrdered: true, listed: USERS });
    expect(baselines.map(({ model }) => model)).toEqual(['popular', ...BASELINE_NAMES.filter((name) => name !== 'popular')]);
    const popular = baselines[0];
    const ofPopular = popular?.problem === null ? popular.lists?.ndcg?.value : undefined;
    expect(ahead?.value).toBeCloseTo((own.lists?.ndcg?.value as number) - (ofPopular as number), 12);
    expect([users, threshold]).toEqual([USERS, 4]);
    expect(judged).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('are measured by the ranking alone, where a model works that out for less', async () => {
    const model = modelOf();
    const score = (users: Int32Array) => model.predictor.score(users);
    const rank = async (users: Int32Array) => (await score(users)).ranking;
    const unasked = async (): Promise<never> => {
      throw new Error('Stars of every movie are asked for.');
    };
    const { own } = await evaluate({ ...model, predictor: { ...model.predictor, rank, score: unasked } });
    expect(own).toEqual((await evaluate(model)).own);
  });

  test('are the same whatever was measured before', async () => {
    const evaluator = createEvaluator(matrices);
    const model = modelOf();
    const first = await evaluate(model, REQUEST, undefined, undefined, evaluator);
    const second = await evaluate(model, REQUEST, undefined, undefined, evaluator);
    const withK = await evaluate(model, { ...REQUEST, k: 3 }, undefined, undefined, evaluator);
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
    expect({ ...withK, seconds: 0 }).toEqual({ ...(await evaluate(model, { ...REQUEST, k: 3 })), seconds: 0 });
  });

  test('a baseline is not measured beside itself', async () => {
    const { own, baselines } = await evaluate(modelOf({ model: 'popular' }));
    expect(own.model).toBe('popular');
    expect(baselines.map(({ model }) => model)).not.toContain('popular');
  });
});

test('one that is cancelled ends', async () => {
  const cancelled = new AbortController();
  const work = evaluate(modelOf(), REQUEST, () => cancelled.abort(new Error('Enough')), cancelled.signal);
  await expect(work).rejects.toThrow('Enough');
});

describe('the test part', () => {
  test('is measured once a run', async () => {
    const evaluator = createEvaluator(matrices);
    const model = modelOf({ testShare: 0.2 });
    const test = { ...REQUEST, part: 'test' } as const;
    expect((await evaluate(model, test, undefined, undefined, evaluator)).part).toBe('test');
    await expect(evaluate(model, test, undefined, undefined, evaluator)).rejects.toMatchObject({ code: 'no-evaluation' });
  });

  test('that is not there is said', async () => {
    await expect(evaluate(modelOf(), { ...REQUEST, part: 'test' })).rejects.toMatchObject({
      message: 'This run has no test part.',
    });
  });
});

/** Every number in an object, however deep. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];

test.each([
  ['a threshold that nothing reaches', modelOf(), { ...REQUEST, threshold: 6 }],
  ['equal ratings', modelOf({}, () => 3), REQUEST],
  ['k larger than the catalogue', modelOf(), { ...REQUEST, k: 100 }],
  ['scores that are no stars', modelOf({ loss: 'bpr' }), REQUEST],
  ['a floor that no movie reaches', modelOf(), { ...REQUEST, minRatings: 1000 }],
])('%s: no figure is NaN', async (_, model, request) => {
  const evaluation = await evaluate(model, request);
  expect(numbersIn(evaluation).every(Number.isFinite)).toBe(true);
});
