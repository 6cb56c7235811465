import { expect, test } from 'vitest';
import { fitBiases, predictBiases } from './baselines.ts';
import { fitBaseline } from './fit-baseline.ts';
import type { FittedModel } from './fitted-model.ts';
import { buildRatings } from './join-ratings.ts';
import type { BaselineName } from './model-name.ts';

// Movie 10 was rated three times, 20 twice, 30 once; the last rating is held out.
const RATINGS = buildRatings(
  {
    users: Int32Array.of(1, 2, 3, 1, 2, 3, 3),
    movies: Int32Array.of(10, 10, 10, 20, 20, 30, 20),
    stars: Float32Array.of(2, 3, 4, 5, 4, 5, 1),
    timestamps: null,
  },
  [],
);
const TRAIN = Int32Array.of(0, 1, 2, 3, 4, 5);
const USERS = Int32Array.of(0, 1, 2);
const MOVIES = Int32Array.of(0, 1, 2);
const MEAN = 23 / 6;
const SETTINGS = { neighbours: 40, similarityShrinkage: 100, liked: 'high', ridge: 100 } as const;

function fitted(name: BaselineName): FittedModel {
  const work = fitBaseline(name, RATINGS, TRAIN, SETTINGS, null);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

test('the global mean is that of the training ratings, for all', () => {
  const predictions = fitted('mean').predict(USERS, MOVIES);
  for (const prediction of predictions) expect(prediction).toBeCloseTo(MEAN, 6);
});

test('bias only predicts what the reference line of every other run does', () => {
  const predictions = fitted('bias').predict(RATINGS.users, RATINGS.movies);
  const everything = Int32Array.from({ length: RATINGS.count }, (_, at) => at);
  expect([...predictions]).toEqual([...predictBiases(fitBiases(RATINGS, TRAIN), RATINGS, everything)]);
});

test('the most popular are ranked by training ratings alone, and predict the shrunk mean of the movie', () => {
  const model = fitted('popular');
  expect([...model.score(0)]).toEqual([3, 2, 1]);
  const wanted = [(9 + 10 * MEAN) / 13, (9 + 10 * MEAN) / 12, (5 + 10 * MEAN) / 11];
  model.predict(USERS, MOVIES).forEach((prediction, movie) => {
    expect(prediction).toBeCloseTo(wanted[movie] as number, 5);
  });
});

test('neighbours say what the biases say where nothing is known beyond', () => {
  const lone = fitBaseline('neighbours', RATINGS, Int32Array.of(0, 5), SETTINGS, null);
  let next = lone.next();
  while (!next.done) next = lone.next();
  const everything = Int32Array.from({ length: RATINGS.count }, (_, at) => at);
  const wanted = predictBiases(fitBiases(RATINGS, Int32Array.of(0, 5)), RATINGS, everything);
  next.value.predict(RATINGS.users, RATINGS.movies).forEach((prediction, i) => {
    expect(prediction).toBeCloseTo(wanted[i] as number, 6);
  });
});
