import { describe, expect, test } from 'vitest';
import type { Overrides } from '../hyperparameters.ts';
import { testRecord } from '../run-record.fixture.ts';
import type { RunRecord } from '../run-record.ts';
import { type RepeatGroup, repeatGroups } from './groups.ts';
import { againstWords, caveatWords, groupWords, leftOutWords } from './words.ts';

const run = (seed: number, error: number, overrides: Overrides = {}, parts: Partial<RunRecord> = {}): RunRecord =>
  testRecord(
    { seed, ...overrides },
    {
      id: `${seed} ${error}`,
      group: { id: 'g', place: seed },
      epochs: [{ epoch: 1, trainError: 1, validationError: error, sampleNdcg: error / 10, seconds: 1 }],
      ...parts,
    },
  );
const group = (...records: readonly RunRecord[]): RepeatGroup => repeatGroups(records).get('g') ?? expect.fail();

describe('repeats', () => {
  test('are told by their means with intervals, and how many they are', () => {
    expect(groupWords(group(run(1, 0.9), run(2, 0.9), run(3, 0.9)))).toBe('3 seeds: RMSE 0.900 ± 0.000, NDCG@10 0.090 ± 0.000');
  });

  test('that lost a run say so, and count the rest', () => {
    const all = [run(1, 0.9), run(2, 7, {}, { outcome: 'failed' }), run(3, 0.8), run(4, 7, {}, { outcome: null })];
    expect(groupWords(group(...all))).toMatch(/^2 seeds: RMSE 0.850 ± /);
    expect(leftOutWords(group(...all))).toBe('Left out: 1 run that failed, and 1 run that did not come to an end.');
    expect(leftOutWords(group(run(1, 0.9), run(2, 0.9)))).toBeNull();
  });

  test('of which one came to its end have no interval', () => {
    expect(groupWords(group(run(1, 0.9), run(2, 7, {}, { outcome: 'failed' })))).toBe('1 seed: RMSE 0.900, NDCG@10 0.090');
  });

  test('of pairs have no RMSE', () => {
    expect(groupWords(group(run(1, 0.9, { loss: 'bpr' }), run(2, 0.9, { loss: 'bpr' })))).toBe('2 seeds: NDCG@10 0.090 ± 0.000');
  });
});

describe('what is said of an interval', () => {
  test('two runs say little', () => {
    expect(caveatWords(group(run(1, 0.9), run(2, 0.8)))[0]).toMatch(/^Fewer than three runs say little/);
    expect(caveatWords(group(run(1, 0.9), run(2, 0.8), run(3, 0.8)))).toHaveLength(1);
  });

  test('folds share training ratings, seeds overlap or hold out the same', () => {
    const folds = [1, 2, 3].map((at) => run(1, at, {}, { fold: { at, of: 3 } }));
    expect(caveatWords(group(...folds))).toEqual([expect.stringMatching(/^Folds share training ratings.*only a guide\.$/)]);
    const last = [1, 2, 3].map((seed) => run(seed, 1, { split: 'leave-last' }));
    expect(caveatWords(group(...last))).toEqual([expect.stringMatching(/every seed holds out the same ratings/)]);
  });
});

describe('against a baseline', () => {
  const own = group(run(1, 0.8), run(2, 0.81), run(3, 0.79));

  test('better is said where the interval leaves out zero', () => {
    const others = [run(1, 0.9), run(2, 0.91), run(3, 0.891)];
    expect(againstWords(own, others)).toMatch(
      /^RMSE −0\.100 ± 0\.00\d \(3 pairs\), better; NDCG@10 −0\.010 ± 0\.000 \(3 pairs\), worse\.$/,
    );
  });

  test('else not, and never of a single pair', () => {
    expect(againstWords(own, [run(1, 0.9), run(2, 0.7), run(3, 0.8)])).toMatch(
      /^RMSE [+−]\S+ ± \S+ \(3 pairs\), not clearly different/,
    );
    expect(againstWords(own, [run(2, 0.9)])).toMatch(/^RMSE −0\.090 \(one pair, so no interval\), not clearly different/);
  });

  test('runs of other seeds or other data are not compared, which is said', () => {
    expect(againstWords(own, [run(9, 0.9)])).toMatch(/^Not compared: another seed\. Repeat both/);
    const elsewhere = { ...run(1, 0.9), data: { ...run(1, 0.9).data, ratings: 5 } };
    expect(againstWords(own, [elsewhere])).toMatch(/^Not compared: other data/);
  });
});
