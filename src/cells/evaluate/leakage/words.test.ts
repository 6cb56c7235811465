import { describe, expect, test } from 'vitest';
import type { LeakageRow, SplitFigures } from './contract.ts';
import { rowWords, tableWords, timesPopular } from './words.ts';

const near = (value: number, width = 0.002) => ({ value, low: value - width, high: value + width });

const FIGURES: SplitFigures = {
  heldOut: 1000,
  rmse: near(0.876),
  biases: 0.9,
  ndcg: near(0.08),
  popular: near(0.16),
  isOrdered: true,
  leak: { ownFuture: 850, anyFuture: 990 },
  unseenRatings: 3,
};

const row = (split: LeakageRow['split'], changes: Partial<SplitFigures> = {}): LeakageRow => ({
  split,
  problem: null,
  ...FIGURES,
  ...changes,
});
const REFUSED: LeakageRow = { split: 'time-cut', problem: { message: 'No times.', remedy: 'Load some.' } };

const table = (cut: LeakageRow, random = row('random')) => tableWords({ rows: [random, row('leave-last'), cut], k: 10 });

describe('the sentence on top', () => {
  test('gives error and list under both splits, and says what to expect of a model in use', () => {
    expect(table(row('time-cut', { rmse: near(0.961), ndcg: near(0.048) }))).toBe(
      'With a random share, the model sees ratings that are newer than those it is tested on. Under a cut in time the error is 0.961 stars instead of 0.876; NDCG@10 is 0.30 times that of the most popular movies instead of 0.50 times. A model in use does not know the future, so expect both.',
    );
  });

  test('claims a loss only where the interval of the difference lies above 0', () => {
    const unclear = 'There are too few ratings to say';
    expect(table(row('time-cut', { rmse: near(0.878) }))).toContain(unclear);
    expect(table(row('time-cut', { rmse: near(0.86), ndcg: near(0.09) }))).toContain(unclear);
    expect(table(row('time-cut', { ndcg: near(0.04) }))).toContain('so expect the worse lists');
    // The intervals overlap, that of the difference does not reach 0.
    expect(table(row('time-cut', { rmse: near(0.8795) }))).toContain('so expect the higher error');
    const single = { value: 2, low: null, high: null };
    expect(table(row('time-cut', { rmse: single }))).toContain(unclear);
  });

  test('lists that come to the same are not set against each other', () => {
    expect(table(row('time-cut'))).toContain('NDCG@10 is 0.50 times that of the most popular movies, as under a random share');
    const wide = { value: 0.1, low: 0.02, high: 0.2 };
    expect(table(row('time-cut', { ndcg: wide }))).toContain('instead of 0.50 times, which may be chance');
  });

  test('leaves out what a split has no figure for', () => {
    const scores = { rmse: null } as const;
    const words = table(row('time-cut', { ...scores, ndcg: near(0.04) }), row('random', scores));
    expect(words).toContain('Under a cut in time NDCG@10 is 0.25 times');
    expect(words).not.toMatch(/stars|NaN/);
    expect(table(row('time-cut', { ndcg: null, popular: null }))).not.toContain('NDCG');
    expect(table(REFUSED)).toContain('One of the two is missing here');
  });
});

test('a list without order or beside lists without a hit is no multiple of the most popular', () => {
  expect(timesPopular(FIGURES)?.value).toBeCloseTo(0.5, 12);
  expect(timesPopular({ ...FIGURES, isOrdered: false })).toBeNull();
  expect(timesPopular({ ...FIGURES, popular: { value: 0, low: 0, high: 0 } })).toBeNull();
});

describe('the sentence of a row', () => {
  test('says what is known of the future', () => {
    expect(rowWords(row('random'), 4)).toBe(
      'The model knows the future: 85 % of the validation ratings are older than a training rating of the same user.',
    );
    expect(rowWords(row('leave-last', { leak: { ownFuture: 0, anyFuture: 40 } }), 4)).toMatch(
      /^The model does not know a user’s own future, but 4 % of the validation ratings are older/,
    );
    const cut = { leak: { ownFuture: 0, anyFuture: 0 } };
    expect(rowWords(row('time-cut', { ...cut, unseenRatings: 700 }), 4)).toBe(
      'The model knows nothing of the future: for 70 % of the validation ratings, the user or the movie is new to it.',
    );
    expect(rowWords(row('time-cut', { ...cut, unseenRatings: 0 }), 4)).toBe('The model knows nothing of the future.');
    expect(rowWords(row('random', { leak: null }), 4)).toMatch(/^Without times, nobody can say/);
  });

  test('says why a split or a figure is missing', () => {
    expect(rowWords(REFUSED, 4)).toBe('No times. Load some.');
    expect(rowWords(row('random', { ndcg: null }), 4)).toContain('no validation rating has 4 stars or more');
    expect(rowWords(row('random', { isOrdered: false }), 4)).toContain('There is no list');
  });
});
