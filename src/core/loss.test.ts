import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  errorOf,
  type GroupLoss,
  lossSlope,
  lossSlopes,
  type PointwiseLoss,
  pairLoss,
  reportedSum,
  untrainedError,
} from './loss.ts';

const LOSSES: Readonly<Record<PointwiseLoss, (d: number) => number>> = {
  squared: (d) => d ** 2,
  absolute: Math.abs,
  huber: (d) => (Math.abs(d) <= 1 ? d ** 2 / 2 : Math.abs(d) - 0.5),
};

test.each(Object.entries(LOSSES) as [PointwiseLoss, (d: number) => number][])(
  'the slope of %s is its finite difference',
  (name, loss) => {
    const away = fc.double({ min: -5, max: 5, noNaN: true }).filter((d) => [-1, 0, 1].every((bend) => Math.abs(d - bend) > 1e-3));
    fc.assert(
      fc.property(away, (d) => {
        expect(lossSlope(name, d)).toBeCloseTo((loss(d + 1e-5) - loss(d - 1e-5)) / 2e-5, 5);
      }),
    );
  },
);

const scores = fc
  .array(fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -20, max: 20, noNaN: true })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((pairs) => pairs.flat());

test('the slopes of BPR are the finite differences of its sum over predictions, in which every pair counts twice', () => {
  const loss = (at: readonly number[]): number => {
    let sum = 0;
    for (let k = 0; k < at.length; k += 2) sum -= 2 * Math.log(1 / (1 + Math.exp(-((at[k] as number) - (at[k + 1] as number)))));
    return sum;
  };
  fc.assert(
    fc.property(scores, (at) => {
      expect(reportedSum('bpr', at, [])).toBeCloseTo(loss(at), 9);
      lossSlopes('bpr', at, []).forEach((slope, i) => {
        const [up, down] = [1e-5, -1e-5].map((by) => loss(at.with(i, (at[i] as number) + by))) as [number, number];
        expect(slope).toBeCloseTo((up - down) / 2e-5, 4);
      });
    }),
  );
});

test('the loss of a pair does not overflow, and guessing costs ln 2', () => {
  expect([pairLoss(0), pairLoss(1e4), pairLoss(-1e4)]).toEqual([Math.LN2, 0, 1e4]);
  expect([errorOf('bpr', 0.25), errorOf('huber', 0.25)]).toEqual([0.25, 0.5]);
});

describe('over all pairs', () => {
  const [scores, weights] = [
    [0.75, 0.5, 1.25, -1],
    [1, 4, 2, 4],
  ] as const;

  test('a pair that is held out counts what its liked movie lacks to 1, and what the other one has, by their weights', () => {
    const loss = 0.25 ** 2 + 4 * 0.5 ** 2 + 2 * 0.25 ** 2 + 4;
    expect(reportedSum('implicit', scores, weights)).toBeCloseTo(2 * loss, 12);
    expect(errorOf('implicit', reportedSum('implicit', scores, weights) / 4)).toBeCloseTo(loss / 2, 12);
  });

  test('scoring everything 0 is the error without training', () => {
    expect(errorOf('implicit', reportedSum('implicit', [0, 0], [1, 4]) / 2)).toBe(untrainedError('implicit'));
    expect(errorOf('bpr', reportedSum('bpr', [0, 0], [1, 0]) / 2)).toBeCloseTo(untrainedError('bpr'), 12);
  });

  test('there is no gradient to go down', () => {
    expect(() => lossSlopes('implicit', scores, weights)).toThrow(RangeError);
  });
});

const CORRECTIONS = Float32Array.of(0.5, -1, 2);

/** Of a group, once for each that belongs to it. */
const GROUP_LOSSES: Readonly<
  Record<GroupLoss, (liked: number, others: readonly number[], corrections: readonly number[]) => number>
> = {
  bpr: (liked, others) => others.reduce((sum, other) => sum + Math.log(1 + Math.exp(other - liked)), 0) / others.length,
  softmax: (liked, others, corrections) =>
    Math.log(Math.exp(liked) + others.reduce((sum, other, j) => sum + Math.exp(other + (corrections[j] as number)), 0)) - liked,
};

test.each([
  ['bpr', 2],
  ['bpr', 4],
  ['softmax', 2],
  ['softmax', 4],
  ['softmax', 8],
] as const)('the slopes of %s in groups of %d are the finite differences of its sum', (name, size) => {
  const score = fc.double({ min: -9, max: 9, noNaN: true });
  fc.assert(
    fc.property(fc.array(score, { minLength: 2 * size, maxLength: 2 * size }), (at) => {
      const movies = at.map((_, i) => i % 3);
      const loss = (scores: readonly number[]): number =>
        [0, size].reduce((sum, first) => {
          const others = scores.slice(first + 1, first + size);
          const corrections = movies.slice(first + 1, first + size).map((movie) => CORRECTIONS[movie] as number);
          return sum + size * GROUP_LOSSES[name](scores[first] as number, others, corrections);
        }, 0);
      const groups = name === 'softmax' ? { size, corrections: CORRECTIONS } : { size };
      lossSlopes(name, at, [], groups, movies).forEach((slope, i) => {
        const [up, down] = [1e-5, -1e-5].map((by) => loss(at.with(i, (at[i] as number) + by))) as [number, number];
        expect(slope).toBeCloseTo((up - down) / 2e-5, 4);
      });
    }),
  );
});

test('what is reported of a group is the mean over its others, for each that belongs to it', () => {
  const scores = [1, 0, 3, -1, 2, 2, 2, 2];
  const group = (pairLoss(1) + pairLoss(-2) + pairLoss(2)) / 3 + Math.LN2;
  for (const name of ['bpr', 'softmax'] as const) expect(reportedSum(name, scores, [], { size: 4 })).toBeCloseTo(4 * group, 12);
});
