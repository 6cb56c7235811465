import { describe, expect, test } from 'vitest';
import type { Evaluation } from './evaluation.ts';
import { notesOf } from './notes.ts';
import { defaultThreshold } from './relevance.ts';
import { verdictOf, verdictWords } from './verdict.ts';

const estimate = (value: number, low: number | null = value - 0.01, high: number | null = value + 0.01) => ({ value, low, high });
const figures = (model: string, ndcg: number) => ({
  model,
  lists: { ndcg: estimate(ndcg) },
  isOrdered: true,
  listed: 20,
  stars: { rmse: estimate(0.9), mae: estimate(0.7), r2: estimate(0.3) },
});

function evaluationOf(ndcg: number, popular: number, changes: object = {}): Evaluation {
  return {
    own: figures('dot', ndcg),
    baselines: [{ ...figures('popular', popular), problem: null }],
    ahead: estimate(ndcg - popular),
    ...{ part: 'validation', k: 10, threshold: 4, minRatings: 1 },
    ...{ heldOut: 100, relevant: 50, users: 20, judged: 18, catalogue: 60, recommended: 60 },
    ...changes,
  } as unknown as Evaluation;
}

describe('the verdict', () => {
  test('goes by the interval of the difference', () => {
    expect(verdictWords(evaluationOf(0.297, 0.146))).toBe(
      'These lists are better than the most popular movies for everybody: NDCG@10 is 0.297 against 0.146 (2.03 times).',
    );
    expect(verdictWords(evaluationOf(0.077, 0.146))).toBe(
      'These lists are worse than the most popular movies for everybody: NDCG@10 is 0.077 against 0.146 (0.53 times).',
    );
    expect(verdictOf(evaluationOf(0.15, 0.146))).toBe('alike');
    expect(verdictWords(evaluationOf(0.15, 0.146))).toMatch(/^These lists are not clearly better or worse/);
  });

  test('says so where there is nothing to say', () => {
    const own = figures('dot', 0.2);
    expect(verdictOf(evaluationOf(0.2, 0.1, { own: { ...own, lists: null } }))).toBe('unknown');
    expect(verdictOf(evaluationOf(0.2, 0.1, { own: { ...own, isOrdered: false } }))).toBe('no-order');
    expect(verdictOf(evaluationOf(0.2, 0.1, { ahead: null }))).toBe('unknown');
    expect(verdictOf(evaluationOf(0.2, 0.1, { ahead: estimate(0.1, null, null) }))).toBe('unknown');
    expect(verdictWords(evaluationOf(0.2, 0.1, { own: figures('popular', 0.1), baselines: [], ahead: null }))).toMatch(
      /^This is no personalisation/,
    );
  });

  test('never divides by nothing', () => {
    expect(verdictWords(evaluationOf(0.2, 0))).toMatch(/NDCG@10 is 0\.200 against 0\.000\.$/);
  });
});

describe('what is to be known of the figures', () => {
  const only = (changes: object): readonly string[] => notesOf(evaluationOf(0.2, 0.1, changes));

  test('nothing, where all is well', () => expect(only({})).toEqual([]));

  test.each([
    [
      'nothing held out',
      { heldOut: 0, relevant: 0, own: { ...figures('dot', 0), lists: null } },
      /^The validation part has no ratings/,
    ],
    ['none relevant', { relevant: 0, judged: 0 }, /none of the 100 ratings of the validation part has 4 stars or more/],
    ['k larger than the catalogue', { k: 61 }, /^k is 61, but only 60 movies can be recommended/],
    ['nothing above the floor', { recommended: 0, k: 0 }, /^No movie has enough training ratings/],
    ['one user', { users: 1, judged: 1 }, /^There is only one user/],
    ['one user who is judged', { judged: 1 }, /^Only one user/],
    ['scores that are no stars', { own: { ...figures('dot', 0.2), stars: null } }, /predicts no stars/],
    [
      'all ratings equal',
      { own: { ...figures('dot', 0.2), stars: { ...figures('dot', 0).stars, r2: null } } },
      /R² is undefined/,
    ],
    ['no order', { own: { ...figures('dot', 0.2), isOrdered: false } }, /gives every movie the same score/],
  ])('%s', (_, changes, words) => expect(only(changes)).toEqual([expect.stringMatching(words)]));
});

test('relevant is what stands three quarters up the scale', () => {
  const scales = [
    [0.5, 5, 0.5, 4],
    [1, 5, 1, 4],
    [0, 5, 0.5, 4],
    [1, 10, 1, 8],
    [0, 100, 1, 75],
    [-10, 10, 0, 5],
    [3, 3, 1, 3],
    [0, 1, 0.1, 0.8],
    [-3, Math.fround(54.96), 0, 40.47],
  ] as const;
  for (const [min, max, step, wanted] of scales) expect(defaultThreshold({ min, max, step })).toBe(wanted);
});
