import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Configuration } from '../core/hyperparameters.ts';
import { buildRatings } from '../core/join-ratings.ts';
import type { Ratings } from '../core/ratings.ts';
import { resolve } from '../core/settings/defaults.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { isHeldOut } from '../core/split/parts.ts';
import { summarise, type TargetName, toStars } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import { parameterCount } from '../models/graph.ts';
import { createMaterial } from './material.ts';
import { prepareRun } from './prepare-run.ts';

const COUNT = 60;
const RATINGS: Ratings = buildRatings(
  {
    users: Int32Array.from({ length: COUNT }, (_, i) => 1 + (i % 7)),
    movies: Int32Array.from({ length: COUNT }, (_, i) => 10 + ((i * 5) % 11)),
    stars: Float32Array.from({ length: COUNT }, (_, i) => 0.5 + ((i * 3) % 10) / 2),
    timestamps: new Uint32Array(COUNT),
  },
  [],
);

const prepare = (overrides: object) => prepareWith(RATINGS, { ...DEFAULTS.dot, ...overrides });
const prepareWith = (ratings: Ratings, configuration: Configuration) =>
  prepareRun(configuration, ratings, createMaterial(ratings, configuration));

/** Of millions of numbers: `toEqual` takes twenty seconds. */
const isSame = (a: Int32Array | Float32Array, b: Int32Array | Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

test('a trainer gets many ratings piece by piece, the same as they are all together', () => {
  const count = 2 ** 21 + 200_000;
  const column = (make: (at: number) => number): Int32Array => {
    const values = new Int32Array(count);
    for (let at = 0; at < count; at++) values[at] = make(at);
    return values;
  };
  const stars = new Float32Array(count);
  for (let at = 0; at < count; at++) stars[at] = 0.5 + (at % 10) / 2;
  const [users, movies] = [column((at) => at % 7), column((at) => at % 11)];
  const many: Ratings = { ...RATINGS, count, users, movies, stars, timestamps: null };
  const run = prepareWith(many, { ...DEFAULTS.dot, validationShare: 0.01, target: 'standardised' });
  const [whole, { inPieces }] = [run.train(), run.forTrainer()];
  expect(inPieces?.count).toBe(whole.targets.length);
  let from = 0;
  for (const { users, movies, targets } of inPieces?.pieces() ?? []) {
    const to = from + targets.length;
    expect(isSame(users, whole.users.subarray(from, to))).toBe(true);
    expect(isSame(movies, whole.movies.subarray(from, to))).toBe(true);
    expect(isSame(targets, whole.targets.subarray(from, to))).toBe(true);
    from = to;
  }
  expect(from).toBe(whole.targets.length);
});

test('every rating is trained on or held out, once, with its own user, movie and stars', () => {
  const keys = (users: Int32Array, movies: Int32Array, stars: Float32Array) =>
    [...stars].map((value, i) => `${users[i]} ${movies[i]} ${value.toFixed(4)}`);
  const share = fc.double({ min: 0.01, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom<TargetName>('raw', 'min-max', 'standardised'),
      share,
      fc.nat(),
      fc.constantFrom(0, 0.2),
      (target, validationShare, seed, testShare) => {
        const run = prepare({ target, validationShare, seed, testShare });
        const parts = [run.train(), run.validation, run.test].flatMap(({ users, movies, targets }) =>
          keys(
            users,
            movies,
            targets.map((z) => toStars(z, run.target)),
          ),
        );
        expect(parts.sort()).toEqual(keys(RATINGS.users, RATINGS.movies, RATINGS.stars).sort());
        const heldOut = Array.from({ length: COUNT }, (_, at) => at).filter((at) => isHeldOut(run.split, at));
        const pairs = (examples: Examples) => [...examples.users].map((user, i) => `${user} ${examples.movies[i]}`);
        expect(heldOut.map((at) => `${RATINGS.users[at]} ${RATINGS.movies[at]}`).sort()).toEqual(
          [...pairs(run.validation), ...pairs(run.test)].sort(),
        );
      },
    ),
  );
});

describe('what is held out is not looked at', () => {
  test('standardised targets have mean 0 and deviation 1 over what is trained on', () => {
    const { train } = prepare({ target: 'standardised', validationShare: 0.5 });
    const { mean, deviation } = summarise(train().targets);
    expect(mean).toBeCloseTo(0, 5);
    expect(deviation).toBeCloseTo(1, 5);
  });

  test('other stars in what is held out change no target, no weight and no graph', () => {
    const run = prepare({ target: 'standardised' });
    const stars = RATINGS.stars.map((value, at) => (isHeldOut(run.split, at) ? 3 : value));
    const altered = prepareWith({ ...RATINGS, stars }, run.configuration);
    expect(altered.target).toEqual(run.target);
    expect(altered.train()).toEqual(run.train());
    expect(altered.graph).toEqual(run.graph);
  });
});

test('the baseline of the mean is the RMSE of the training mean over what is held out, by hand', () => {
  const { train, validation, ...run } = prepare({});
  const baselines = run.baselines ?? expect.fail();
  const { targets } = train();
  const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length;
  const squares = validation.targets.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  expect(baselines.globalMean).toBeCloseTo(Math.sqrt(squares / validation.targets.length), 5);
  expect(Number.isFinite(baselines.biases)).toBe(true);
});

test('baselines are in stars, whatever the target', () => {
  const { baselines } = prepare({});
  expect(prepare({ target: 'min-max' }).baselines).toEqual(baselines);
  expect(prepare({ target: 'standardised' }).baselines).toEqual(baselines);
});

describe('where nothing is held out', () => {
  test.each<object>([{}, { listWeight: 0.8 }, { listWeight: 1 }, { loss: 'bpr' }, { loss: 'implicit' }])(
    '%j learns from everything, and has nothing to be measured by',
    (overrides) => {
      const whole = resolve({ ...overrides, split: 'none' });
      const run = prepareWith(RATINGS, whole);
      expect([run.split.train.length, run.validation.targets.length, run.test.targets.length]).toEqual([COUNT, 0, 0]);
      expect([run.baselines, run.popularAuc, run.listSample]).toEqual([null, null, null]);
      expect(run.count).toBeGreaterThan(prepareWith(RATINGS, { ...whole, split: 'random', validationShare: 0.5 }).count);
    },
  );
});

test('the graph is that of the configuration over these users and movies', () => {
  expect(parameterCount(prepare({ userFactors: 3, movieFactors: 3 }).graph)).toBe((7 + 11) * 4);
});

describe('with iALS', () => {
  const run = prepareWith(RATINGS, resolve({ loss: 'implicit', liked: 'high', validationShare: 0.3, unobserved: 0.25 }));
  const liked = (stars: number): boolean => stars >= 4;

  test('what is learned from is what was liked of the training part', () => {
    const wanted = [...run.split.train].filter((at) => liked(RATINGS.stars[at] as number));
    expect([...run.train().users]).toEqual(wanted.map((at) => RATINGS.users[at]));
    expect([...run.train().movies]).toEqual(wanted.map((at) => RATINGS.movies[at]));
    expect([...run.train().targets]).toEqual(wanted.map(() => 1));
    expect(run.count).toBe(wanted.length);
  });

  test('held out are the pairs that BPR has, the second of which stands for all pairs', () => {
    const ofPairs = prepareWith(RATINGS, resolve({ loss: 'bpr', validationShare: 0.3 }));
    expect(run.validation.movies).toEqual(ofPairs.validation.movies);
    const others = (0.25 * RATINGS.userIds.size * RATINGS.movieIds.size) / run.count;
    run.validation.targets.forEach((weight, i) => {
      expect(weight).toBeCloseTo(i % 2 === 0 ? 1 : others, 5);
    });
  });

  test('a training part without a liking is an error that says what to do', () => {
    const grumpy = buildRatings(
      {
        users: Int32Array.from({ length: 11 }, (_, i) => 1 + (i % 3)),
        movies: Int32Array.from({ length: 11 }, (_, i) => 1 + Math.floor(i / 3)),
        stars: Float32Array.from({ length: 11 }, (_, i) => (i === 2 ? 5 : 1)),
        timestamps: null,
      },
      [],
    );
    const seed = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((seed) => {
      const { split } = createMaterial(grumpy, resolve({ seed, validationShare: 0.3 }));
      return !split.train.includes(grumpy.stars.indexOf(5));
    }) as number;
    const configuration = resolve({ loss: 'implicit', liked: 'high', seed, validationShare: 0.3 });
    expect(() => prepareWith(grumpy, configuration)).toThrow('No rating of the training part counts as liked.');
  });
});
