import { expect, it } from 'vitest';
import type { Evaluation } from '../../../core/evaluate/evaluation.ts';
import type { EpochReport } from '../../../core/run-report.ts';
import { factsFor, GOOD } from './facts.fixture.ts';
import { factsOf } from './facts.ts';
import { inShort } from './standing.ts';
import { verdictOn } from './verdict.ts';

const said = (...facts: Parameters<typeof factsFor>) => verdictOn(factsFor(...facts)).map(({ text }) => text);

it('says of a good run how good it is, and what to try next', () => {
  expect(said(GOOD)).toEqual([
    '0.022 stars (2.44 %) better than user + movie bias (0.900); up to 0.008 could be chance.',
    expect.stringContaining('try the preset Best error'),
  ]);
});

it('says two things at most, how good it is first, then why it is not better', () => {
  const lists = { ndcg: 0.04, popular: 0.15, stand: 'worse' } as const;
  const found = said({ train: [0.8, 0.7, 0.5], validation: [0.88, 0.9, 0.95] }, {}, { lists });
  expect(found).toEqual([expect.stringContaining('worse than user + movie bias'), expect.stringContaining('Overfitting')]);
});

it('has nothing to say before the first epoch, and where nothing is held out', () => {
  const { start } = factsFor(GOOD);
  expect(factsOf(start, [], null, null)).toBeNull();
  expect(factsOf(start, [{ epoch: 1, trainError: 0.8, validationError: null } as EpochReport], null, null)).toBeNull();
});

it('knows of lists by the Evaluate cell, else by the sample of the run where that is beyond chance', () => {
  const { start, epochs } = factsFor(GOOD);
  const sampled = (users: number, sampleNdcg: number) =>
    factsOf({ ...start, listSample: { users, popular: 0.15 } }, [{ ...epochs[0], sampleNdcg } as EpochReport], null, null)?.lists;
  expect(sampled(14, 0.05)).toBeNull();
  expect(sampled(400, 0.05)).toEqual({ ndcg: 0.05, popular: 0.15, stand: 'worse' });
  expect(sampled(400, 0.2)).toMatchObject({ stand: 'better' });
  const evaluation = {
    own: { model: 'dot', isOrdered: true, lists: { ndcg: { value: 0.3, low: 0.2, high: 0.4 } } },
    baselines: [{ model: 'popular', problem: null, lists: { ndcg: { value: 0.15, low: 0.1, high: 0.2 } } }],
    ahead: { value: 0.15, low: 0.1, high: 0.2 },
  } as unknown as Evaluation;
  expect(factsOf(start, epochs, null, evaluation)).toMatchObject({
    lists: { ndcg: 0.3, popular: 0.15, stand: 'better' },
    neighbours: null,
  });
});

it('knows of item neighbours by the Evaluate cell', () => {
  const { start, epochs } = factsFor(GOOD);
  const figures = (model: string, rmse: number) => ({ model, problem: null, lists: null, stars: { rmse: { value: rmse } } });
  const evaluation = { own: figures('dot', 0.878), baselines: [figures('neighbours', 0.877)], ahead: null, heldOut: 10_000 };
  const facts = factsOf(start, epochs, null, evaluation as unknown as Evaluation);
  expect(facts?.neighbours).toEqual({ own: 0.878, theirs: 0.877, ratings: 10_000 });
  expect(facts && verdictOn(facts)[1]?.text).toContain('Item neighbours, which need no training, are as good');
  const failed = { ...evaluation, baselines: [{ model: 'neighbours', problem: 'No memory' }] } as unknown as Evaluation;
  expect(factsOf(start, epochs, null, failed)?.neighbours).toBeNull();
});

it('is told in short beside the figures, but for what has no line to compare with', () => {
  const short = (error: number, ...[overrides, changes]: [Parameters<typeof factsFor>[1]?, Parameters<typeof factsFor>[2]?]) =>
    inShort(error, factsFor(GOOD, overrides, changes).start);
  expect([short(0.877), short(0.93), short(0.899), short(1.2)]).toEqual([
    '0.023 better than user + movie bias',
    '0.030 worse than user + movie bias',
    'no better than user + movie bias',
    'worse than the mean',
  ]);
  expect([
    short(0.9, { model: 'bias' }),
    short(0.5, { loss: 'bpr' }),
    short(0, {}, { baselines: { globalMean: 0, biases: 0 } }),
  ]).toEqual([null, null, null]);
});
