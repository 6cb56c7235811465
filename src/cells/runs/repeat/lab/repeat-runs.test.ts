import { describe, expect, test } from 'vitest';
import { classRatings } from '../../../../core/class-ratings.fixture.ts';
import type { Overrides } from '../../../../core/hyperparameters.ts';
import { meanOf, repeatGroups } from '../../../../core/repeats/groups.ts';
import { figuresOf } from '../../../../core/run-figures.ts';
import type { RunRecord } from '../../../../core/run-record.ts';
import { resolve } from '../../../../core/settings/defaults.ts';
import { openAside } from '../../background.fixture.ts';
import type { RepeatProgress, RepeatRequest } from '../contract.ts';
import { repeatRuns } from './repeat-runs.ts';

const RATINGS = classRatings(1);
const request = (parts: Partial<RepeatRequest>, overrides: Overrides = {}): RepeatRequest => ({
  configuration: resolve({ epochs: 3, batchSize: 64, listWeight: 0, ...overrides }),
  ...{ kind: 'seeds', count: 3, group: 'g' },
  ...parts,
});

async function repeat(
  wanted: RepeatRequest,
  aside = openAside(RATINGS),
  whenEnded: (record: RunRecord) => void = () => undefined,
) {
  const reports: RepeatProgress[] = [];
  const abort = new AbortController();
  const report = (progress: RepeatProgress): void => {
    reports.push(progress);
    if (progress.ended) whenEnded(progress.ended);
  };
  const over = repeatRuns(aside, wanted, { report, signal: abort.signal });
  return { reports, abort, over, ended: () => reports.flatMap(({ ended }) => ended ?? []) };
}

describe('seeds', () => {
  test('follow each other from the one that is set, and give one group of runs', async () => {
    const { over, ended, reports } = await repeat(request({}, { seed: 7 }));
    await over;
    expect(ended().map(({ configuration, group, origin, outcome }) => [configuration.seed, group, origin, outcome])).toEqual([
      [7, { id: 'g', place: 0 }, 'repeat', 'done'],
      [8, { id: 'g', place: 1 }, 'repeat', 'done'],
      [9, { id: 'g', place: 2 }, 'repeat', 'done'],
    ]);
    const group = repeatGroups(ended()).get('g') ?? expect.fail();
    expect(meanOf('rmse', group)).toMatchObject({ n: 3, half: expect.any(Number) });
    const shares = reports.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(reports.at(-1)).toMatchObject({ done: 3, of: 3, share: 1, secondsLeft: 0 });
  });

  test('after the last seed that there is comes the first', async () => {
    const { over, ended } = await repeat(request({ count: 2 }, { seed: 2 ** 31 - 1 }));
    await over;
    expect(ended().map(({ configuration }) => configuration.seed)).toEqual([2 ** 31 - 1, 0]);
  });

  test('the test part is not looked at', async () => {
    const { over, ended } = await repeat(request({ count: 2 }, { testShare: 0.2 }));
    await over;
    expect(ended().map(({ test: errors }) => errors)).toEqual([null, null]);
  });
});

describe('folds', () => {
  test('each hold out others, of one configuration, and are recorded with their fold', async () => {
    const { over, ended } = await repeat(request({ kind: 'folds', count: 4 }));
    await over;
    expect(ended().map(({ fold }) => fold)).toEqual([1, 2, 3, 4].map((at) => ({ at, of: 4 })));
    expect(new Set(ended().map((record) => figuresOf(record).rmse)).size).toBe(4);
    expect(repeatGroups(ended()).get('g')).toMatchObject({ kind: 'folds', failed: 0 });
  });

  test('of ratings of which nothing would be held out are measured all the same', async () => {
    const { over, ended } = await repeat(request({ kind: 'folds', count: 2 }, { split: 'none' }));
    await over;
    for (const record of ended()) expect(figuresOf(record).rmse).toBeGreaterThan(0);
  });

  test('more than there are ratings are refused before the first run', async () => {
    const { over, ended } = await repeat(request({ kind: 'folds', count: RATINGS.count + 1 }));
    await expect(over).rejects.toMatchObject({ code: 'no-split' });
    expect(ended()).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a run that diverges is one that failed, and the next begins', async () => {
    const aside = openAside(RATINGS, ({ seed }) => (seed === 2 ? 1e9 : 1));
    const { over, ended } = await repeat(request({}), aside);
    await over;
    expect(ended().map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'done']);
    expect(repeatGroups(ended()).get('g')).toMatchObject({ failed: 1, counted: [{ outcome: 'done' }, { outcome: 'done' }] });
  });

  test('stopped in the middle, the runs that are over stay', async () => {
    const aside = openAside(RATINGS);
    const repeated = await repeat(request({ count: 5 }), aside, ({ group }) => group?.place === 1 && repeated.abort.abort());
    await expect(repeated.over).rejects.toMatchObject({ code: 'cancelled' });
    expect(repeated.ended()).toHaveLength(2);
  });
});
