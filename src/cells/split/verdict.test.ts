import { expect, it } from 'vitest';
import type { HeldOutReport } from '../../core/split/part-report.ts';
import type { SplitReport } from '../../core/split/report.ts';
import { verdictOf } from './verdict.ts';

const HELD: HeldOutReport = {
  ratings: 1000,
  users: 50,
  movies: 200,
  span: [0, 1],
  unseenUsers: 0,
  unseenMovies: 0,
  unseenRatings: 0,
  leak: { ownFuture: 0, anyFuture: 0 },
};
const report = (validation: Partial<HeldOutReport>, more: Partial<SplitReport> = {}): SplitReport => ({
  stars: { mean: 3, deviation: 1 },
  train: { ratings: 9000, users: 50, movies: 300, span: [0, 1] },
  validation: { ...HELD, ...validation },
  test: null,
  wholeUsers: 0,
  strips: [],
  ...more,
});

it('says plainly whether the future leaks into the past, and how much of it', () => {
  expect(verdictOf(report({ leak: { ownFuture: 850, anyFuture: 999 } }))[0]).toContain(
    'The future leaks into the past: 850 of the 1,000 validation ratings (85 %) are older than a training rating of the same user',
  );
  expect(verdictOf(report({ leak: { ownFuture: 0, anyFuture: 40 } }))[0]).toMatch(
    /^No user’s own future leaks.*40 of the 1,000.*4 %/,
  );
  expect(verdictOf(report({}))[0]).toMatch(/^Nothing leaks into the validation part/);
});

it('says nothing of leaks where there are no times', () => {
  expect(verdictOf(report({ leak: null })).join(' ')).not.toMatch(/leak|older/);
});

it('counts who and what was never seen in training, in each part', () => {
  const words = verdictOf(report({ unseenUsers: 3, unseenMovies: 20, unseenRatings: 31 }, { test: HELD }));
  expect(words).toContainEqual(
    expect.stringMatching(
      /^Never seen in training: 3 of the 50 users and 20 of the 200 movies of the validation part\. For 31 ratings \(3\.1 %\)/,
    ),
  );
  expect(words).toContain('Every user and every movie of the test part is in the training part too.');
});

it('counts the users that stay in training', () => {
  expect(verdictOf(report({}, { wholeUsers: 1 })).at(-1)).toMatch(/^1 user stays in training/);
  expect(verdictOf(report({}, { wholeUsers: 12 })).at(-1)).toMatch(/^12 users stay in training/);
});

it('where nothing is held out says that no figure tells how good the model is', () => {
  const words = verdictOf(report({ ratings: 0 }));
  expect(words).toHaveLength(1);
  expect(words[0]).toMatch(/^All 9,000 ratings are used for training\. There is no validation part/);
});

it('warns where so few ratings are held out that their error is a matter of chance', () => {
  expect(verdictOf(report({ ratings: 42 })).at(-1)).toMatch(
    /^42 ratings in the validation part: with so few, chance alone changes an error by about 11 %/,
  );
  expect(verdictOf(report({ ratings: 200 })).join(' ')).not.toContain('chance');
});
