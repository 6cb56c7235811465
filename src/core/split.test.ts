import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRatings } from './join-ratings.ts';
import type { Ratings } from './ratings.ts';
import { DEFAULTS } from './settings/tuned.ts';
import { finish } from './slices.ts';
import type { Split } from './split/parts.ts';
import { reportSplit } from './split/report.ts';
import { type SplitSettings, splitRatings } from './split.ts';

const timed = fc.record({ user: fc.integer({ min: 1, max: 9 }), time: fc.integer({ min: 0, max: 20 }) });
const data = fc.array(timed, { minLength: 2, maxLength: 200 }).map(
  (rows): Ratings =>
    buildRatings(
      {
        users: Int32Array.from(rows, ({ user }) => user),
        movies: Int32Array.from(rows, (_, at) => at + 1),
        stars: new Float32Array(rows.length).fill(3),
        timestamps: Uint32Array.from(rows, ({ time }) => time),
      },
      [],
    ),
);
const settings = fc.record({
  split: fc.constantFrom('random' as const, 'leave-last' as const, 'time-cut' as const),
  validationShare: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  testShare: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.4, noNaN: true })),
  validationPerUser: fc.integer({ min: 1, max: 5 }),
  testPerUser: fc.integer({ min: 0, max: 5 }),
  seed: fc.nat(),
});

const isAscending = (values: Int32Array): boolean => values.every((value, i) => i === 0 || value > (values[i - 1] as number));

/** Undefined where the strategy rightly refuses: every user stays whole. */
function attempt(ratings: Ratings, settings: SplitSettings): Split | undefined {
  try {
    return splitRatings(ratings, settings);
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'no-split' });
    const counts = new Map<number, number>();
    for (const user of ratings.users) counts.set(user, (counts.get(user) ?? 0) + 1);
    expect(settings.split).toBe('leave-last');
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(settings.validationPerUser + settings.testPerUser);
    return undefined;
  }
}

test('the parts of any strategy are ascending, disjoint and complete', () => {
  fc.assert(
    fc.property(data, settings, (ratings, settings) => {
      const split = attempt(ratings, settings);
      if (!split) return;
      const { train, validation, test } = split;
      expect([train, validation, test].every(isAscending)).toBe(true);
      const all = [...train, ...validation, ...test].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: ratings.count }, (_, at) => at));
      expect(Math.min(train.length, validation.length)).toBeGreaterThan(0);
      const asked = settings.split === 'leave-last' ? settings.testPerUser : settings.testShare;
      if (asked === 0) expect(test).toHaveLength(0);
      if (asked > 0 && ratings.count > 2) expect(test.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('the same settings give the same split', () => {
  fc.assert(
    fc.property(data, settings, (ratings, settings) => {
      expect(attempt(ratings, settings)).toEqual(attempt(ratings, settings));
    }),
  );
});

const times = (ratings: Ratings, positions: Int32Array) => [...positions].map((at) => ratings.timestamps?.[at] as number);
const most = (values: readonly number[]) => Math.max(Number.NEGATIVE_INFINITY, ...values);
const least = (values: readonly number[]) => Math.min(Number.POSITIVE_INFINITY, ...values);

test('a cut in time: nothing trained on is newer than what is validated on, nothing validated on newer than the test', () => {
  fc.assert(
    fc.property(data, settings, (ratings, settings) => {
      const { train, validation, test } = splitRatings(ratings, { ...settings, split: 'time-cut' });
      expect(most(times(ratings, train))).toBeLessThanOrEqual(least(times(ratings, validation)));
      expect(most(times(ratings, validation))).toBeLessThanOrEqual(least(times(ratings, test)));
    }),
  );
});

test('the last of each user, by brute force', () => {
  fc.assert(
    fc.property(data, settings, (ratings, settings) => {
      const split = attempt(ratings, { ...settings, split: 'leave-last' });
      if (!split) return;
      const { validationPerUser, testPerUser } = settings;
      const expected = { train: [] as number[], validation: [] as number[], test: [] as number[] };
      for (let user = 0; user < ratings.userIds.size; user++) {
        const own = [...ratings.users.keys()].filter((at) => ratings.users[at] === user);
        own.sort((a, b) => (ratings.timestamps?.[a] as number) - (ratings.timestamps?.[b] as number) || a - b);
        const kept = own.length - validationPerUser - testPerUser;
        expected.train.push(...(kept > 0 ? own.slice(0, kept) : own));
        if (kept <= 0) continue;
        expected.validation.push(...own.slice(kept, kept + validationPerUser));
        expected.test.push(...own.slice(kept + validationPerUser));
      }
      const ascending = (positions: number[]) => Int32Array.from(positions).sort();
      expect(split.train).toEqual(ascending(expected.train));
      expect(split.validation).toEqual(ascending(expected.validation));
      expect(split.test).toEqual(ascending(expected.test));
    }),
  );
});

const untimed = (count: number): Ratings =>
  buildRatings(
    {
      users: new Int32Array(count).fill(1),
      movies: Int32Array.from({ length: count }, (_, at) => at),
      stars: new Float32Array(count),
      timestamps: new Uint32Array(count),
    },
    [],
  );
const random = (count: number, validationShare: number, testShare: number, seed = 1) =>
  splitRatings(untimed(count), { ...DEFAULTS.dot, validationShare, testShare, seed });

describe('a random share', () => {
  test.each([
    [2, 0.01, 0, [1, 1, 0]],
    [2, 0.5, 0.4, [1, 1, 0]],
    [3, 0.01, 0, [2, 1, 0]],
    [3, 0.5, 0, [1, 2, 0]],
    [3, 0.5, 0.4, [1, 1, 1]],
    [10, 0.5, 0.4, [1, 5, 4]],
    [100_004, 0.1, 0, [90_004, 10_000, 0]],
    [100_004, 0.1, 0.2, [70_003, 10_000, 20_001]],
  ])('%d ratings at %d and %d: %j', (count, validationShare, testShare, sizes) => {
    const { train, validation, test } = random(count, validationShare, testShare);
    expect([train.length, validation.length, test.length]).toEqual(sizes);
  });

  test('another seed draws another split; a test part leaves the validation part as it was', () => {
    expect(random(1000, 0.2, 0, 5).validation).not.toEqual(random(1000, 0.2, 0, 6).validation);
    expect(random(1000, 0.2, 0.3, 5).validation).toEqual(random(1000, 0.2, 0, 5).validation);
  });

  test('every position is held out equally often', () => {
    const ratings = untimed(20);
    const held = { validation: new Int32Array(20), test: new Int32Array(20) };
    for (let seed = 0; seed < 4000; seed++) {
      const split = splitRatings(ratings, { ...DEFAULTS.dot, validationShare: 0.25, testShare: 0.25, seed });
      for (const part of ['validation', 'test'] as const)
        for (const at of split[part]) held[part][at] = (held[part][at] ?? 0) + 1;
    }
    // Binomial(4000, 1/4): mean 1000, deviation √750 = 27.4; five deviations.
    for (const count of [...held.validation, ...held.test]) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});

test('what cannot be divided is refused', () => {
  for (const count of [0, 1]) expect(() => random(count, 0.5, 0)).toThrow('no ratings for training');
});

test('without times there is the random share only', () => {
  const ratings: Ratings = { ...untimed(20), timestamps: null };
  for (const split of ['leave-last', 'time-cut'] as const) {
    expect(() => splitRatings(ratings, { ...DEFAULTS.dot, split })).toThrow('These ratings have no times to split them by.');
  }
  expect(finish(reportSplit(ratings, DEFAULTS.dot))).toMatchObject({
    train: { span: null },
    validation: { span: null, leak: null },
  });
});

test('nothing held out leaves every rating to train on, and says so', () => {
  fc.assert(
    fc.property(data, settings, (ratings, settings) => {
      const everything = { ...settings, split: 'none' as const };
      const { train, validation, test } = splitRatings(ratings, everything);
      expect([train.length, validation.length, test.length]).toEqual([ratings.count, 0, 0]);
      const report = finish(reportSplit(ratings, everything));
      expect([report.train.ratings, report.validation.ratings, report.test]).toEqual([ratings.count, 0, null]);
    }),
  );
});
