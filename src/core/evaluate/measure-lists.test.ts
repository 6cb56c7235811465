import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRatings } from '../join-ratings.ts';
import { createRandom } from '../random.ts';
import { numberGenres } from './list-traits.ts';
import { createListMeasure, type ListScores } from './measure-lists.ts';
import { createRankingTask, drawUsers } from './ranking-task.ts';
import { type SlowCase, slowMetrics } from './reference.fixture.ts';
import { type ListFigures, ndcgAhead, ndcgOfSome, summariseLists } from './summarise-lists.ts';

/** The ratings of a case: those that train first. All users and movies occur, and have the index that is their id. */
function ratingsOf({ users, movies, train, heldOut, genres }: SlowCase) {
  const all = [...train, ...heldOut];
  const ratings = buildRatings(
    {
      users: Int32Array.from(all, ([user]) => user),
      movies: Int32Array.from(all, (rating) => rating[1]),
      stars: Float32Array.from(all, (rating) => rating[2]),
      timestamps: null,
    },
    genres.map((own, id) => ({ id, title: `${id}`, year: null, genres: own })),
  );
  expect([ratings.userIds.size, ratings.movieIds.size]).toEqual([users, movies]);
  return ratings;
}

function measure(given: SlowCase, seed = 1) {
  const ratings = ratingsOf(given);
  const parts = {
    train: Int32Array.from(given.train.keys()),
    heldOut: Int32Array.from(given.heldOut, (_, at) => given.train.length + at),
  };
  const task = createRankingTask(ratings, parts, given);
  const lists = createListMeasure(task, numberGenres(ratings.catalogue).genres, given.k);
  for (const user of task.users) lists.add(Int32Array.of(user), Float32Array.from(given.scores[user] ?? []));
  const scores = lists.scores();
  return { task, scores, figures: summariseLists(scores, task, seed) };
}

const cases: fc.Arbitrary<SlowCase> = fc
  .record({
    users: fc.integer({ min: 1, max: 6 }),
    movies: fc.integer({ min: 2, max: 12 }),
    seed: fc.integer(),
    k: fc.integer({ min: 1, max: 14 }),
    threshold: fc.constantFrom(1, 3, 4),
    minRatings: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ users, movies, seed, ...settings }) => {
    const random = createRandom(seed, 'case');
    const pairs = Array.from({ length: users * movies }, (_, at) => [at % users, Math.floor(at / users)] as const);
    const rated = pairs.map(([user, movie]) => [user, movie, 1 + Math.floor(random.next() * 5)] as const);
    const part = rated.map(() => random.next());
    // Every user and every movie occurs somewhere.
    const isTrain = (at: number): boolean => (part[at] as number) < 0.35;
    return {
      ...settings,
      users,
      movies,
      train: rated.filter((_, at) => isTrain(at)),
      heldOut: rated.filter((_, at) => !isTrain(at)),
      // Few values, so that there are ties.
      scores: Array.from({ length: users }, () => Array.from({ length: movies }, () => Math.floor(random.next() * 8) / 4)),
      genres: Array.from({ length: movies }, () => ['A', 'B', 'C'].filter(() => random.next() < 0.4)),
    };
  });

test('every metric is that of the slow reference, to 1e-9', () => {
  let [judged, listed] = [0, 0];
  fc.assert(
    fc.property(cases, (given) => {
      const slow = slowMetrics(given);
      const { figures, task } = measure(given);
      listed += task.users.length;
      judged += slow.judged;
      for (const [name, wanted] of Object.entries(slow)) {
        if (name === 'judged') continue;
        const found = figures[name as keyof ListFigures];
        if (Number.isFinite(wanted)) expect(Math.abs((found?.value ?? Number.NaN) - wanted), name).toBeLessThan(1e-9);
        else expect(found, name).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
  expect(judged).toBeGreaterThan(300);
  expect(listed).toBeGreaterThan(judged);
});

test('every share lies in 0 … 1, and its interval around its value where users differ', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { figures } = measure(given);
      for (const name of [
        'ndcg',
        'recall',
        'precision',
        'hitRate',
        'map',
        'mrr',
        'auc',
        'overlap',
        'coverage',
        'gini',
      ] as const) {
        const figure = figures[name];
        if (figure === null) continue;
        for (const value of [figure.value, figure.low, figure.high]) {
          if (value === null) continue;
          expect(value, name).toBeGreaterThanOrEqual(-1e-12);
          expect(value, name).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(figure.low === null || figure.high === null || figure.low <= figure.high).toBe(true);
      }
    }),
  );
});

// Two users; 0 … 3 are trained on, each by one of them.
const BY_HAND: SlowCase = {
  users: 2,
  movies: 8,
  train: [
    [0, 0, 5],
    [0, 1, 5],
    [1, 0, 5],
    [1, 2, 3],
    [1, 3, 4],
    [1, 4, 2],
    [1, 5, 2],
    [1, 6, 2],
  ],
  heldOut: [
    [0, 3, 4],
    [0, 5, 4.5],
    [0, 2, 2],
    [0, 7, 5],
    [1, 1, 4],
  ],
  scores: [
    [9, 8, 7, 6, 5, 4, 3, 99],
    [1, 2, 3, 4, 5, 6, 7, 8],
  ],
  genres: [['A'], ['A'], ['A'], ['A', 'B'], ['B'], ['B'], [], []],
  k: 3,
  threshold: 4,
  minRatings: 1,
};

describe('a case by hand', () => {
  // User 0 gets 2, 3, 4, 5, 6, of which 3 and 5 are relevant; movie 7 was not trained on. User 1 gets 1 alone, and likes it.
  const { figures, task } = measure(BY_HAND);
  const figure = (name: keyof ListFigures) => figures[name]?.value;

  test('who and what is judged', () => {
    expect([...task.users]).toEqual([0, 1]);
    expect(task.catalogue).toBe(7);
    expect(task.relevant.rows).toHaveLength(3);
  });

  test('hits', () => {
    expect(figure('precision')).toBeCloseTo((1 / 3 + 1 / 3) / 2, 12);
    expect(figure('recall')).toBeCloseTo((1 / 2 + 1) / 2, 12);
    expect(figure('hitRate')).toBe(1);
    const best = 1 + 1 / Math.log2(3);
    expect(figure('ndcg')).toBeCloseTo((1 / Math.log2(3) / best + 1) / 2, 12);
    expect(figure('map')).toBeCloseTo((1 / 2 / 2 + 1) / 2, 12);
    expect(figure('mrr')).toBeCloseTo((1 / 2 + 1) / 2, 12);
    expect(figure('shown')).toBeCloseTo((2 / 5 + 1 / 5) / 2, 12);
  });

  test('AUC: of 2 × 3 pairs 3 and 5 win three; user 1 has nothing to compare with', () => {
    // 3 is above 4 and 6, 5 above 6; below 2 both, and 5 below 4.
    expect(figure('auc')).toBeCloseTo(3 / 6, 12);
  });

  test('what lists are like', () => {
    expect(figure('coverage')).toBeCloseTo(6 / 7, 12);
    expect(figure('overlap')).toBe(0);
    expect(figure('popularity')).toBe(1);
    expect(figure('novelty')).toBe(1);
    // [A], [A, B], [B], [B] and one without genres: distances ½, 1, 1, ½, ½, 0.
    expect(figure('diversity')).toBeCloseTo(3.5 / 6, 12);
  });
});

test('a perfect list is 1 of all that it can be; no interval is around a value that all users share', () => {
  const { figures } = measure({ ...BY_HAND, scores: [[0, 0, 0, 9, 0, 8, 0, 0], BY_HAND.scores[1] as number[]] });
  for (const name of ['ndcg', 'recall', 'hitRate', 'map', 'mrr'] as const)
    expect(figures[name]).toEqual({ value: 1, low: 1, high: 1 });
});

test('movies below the floor are shown to nobody, but stay relevant', () => {
  const { figures, task } = measure({ ...BY_HAND, minRatings: 2 });
  expect([...task.hidden]).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
  expect(figures.recall?.value).toBe(0);
  expect(figures.popularity).toBeNull();
});

test('scores that are all the same are no order', () => {
  expect(measure({ ...BY_HAND, scores: BY_HAND.scores.map((own) => own.map(() => 3)) }).scores.isOrdered).toBe(false);
  expect(measure(BY_HAND).scores.isOrdered).toBe(true);
});

test('one user: nobody to compare with, and no interval', () => {
  const one = {
    ...BY_HAND,
    users: 1,
    movies: 4,
    train: [
      [0, 0, 5],
      [0, 1, 5],
    ],
    heldOut: [
      [0, 2, 5],
      [0, 3, 1],
    ],
  } as const;
  const { figures } = measure({ ...one, scores: [[1, 2, 3, 4]] });
  // Movies 2 and 3 are in nobody's training part.
  expect(figures.ndcg).toBeNull();
  expect(figures.overlap).toBeNull();
});

test('how far lists are ahead is told by the same users', () => {
  const own = measure(BY_HAND).scores;
  expect(ndcgAhead(own, own, 1)).toEqual({ value: 0, low: 0, high: 0 });
  const worse = measure({ ...BY_HAND, scores: [[9, 8, 7, 0, 6, 0, 5, 0], BY_HAND.scores[1] as number[]] }).scores;
  const ahead = ndcgAhead(own, worse, 1);
  expect(ahead?.value).toBeCloseTo((1 / Math.log2(3) / (1 + 1 / Math.log2(3)) - 0) / 2, 12);
  expect(ahead?.low).toBe(0);
});

test('drawn users keep the numbers of all, and have neither coverage nor Gini', () => {
  const { task } = measure(BY_HAND);
  const drawn = drawUsers(task, 1, createRandom(3, 'draw'));
  expect([drawn.users.length, drawn.population]).toEqual([1, 2]);
  expect(drawUsers(task, 2, createRandom(3, 'draw'))).toBe(task);
  const noGenres = Array.from(task.counts, () => new Int32Array());
  const lists = createListMeasure(drawn, noGenres, 3);
  const [user] = drawn.users;
  lists.add(drawn.users, Float32Array.from(BY_HAND.scores[user as number] ?? []));
  const figures = summariseLists(lists.scores(), drawn, 1);
  expect([figures.coverage, figures.gini]).toEqual([null, null]);
  expect(figures.popularity?.value).toBe(1);
});

test('of some users’ lists the mean NDCG is that of these users', () => {
  const scores = { judged: Int32Array.of(1, 3, 5), accuracy: { ndcg: Float64Array.of(0.1, 0.2, 0.6) } } as unknown as ListScores;
  expect(ndcgOfSome(scores, Int32Array.of(1, 5))).toBeCloseTo(0.35, 12);
  expect(ndcgOfSome(scores, Int32Array.of(1, 4))).toBeUndefined();
  expect(ndcgOfSome(scores, Int32Array.of(1, 3, 5))).toBeUndefined();
});
