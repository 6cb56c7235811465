import { expect, test } from 'vitest';
import { CASES, casesNamed, hindranceOf } from './cases.mjs';
import { agrees, summaryOf } from './report.mjs';
import { type Check, runStage } from './stages.mjs';

/** A job whose page has an NDCG of 0.15. */
const check = (exported: number, shown: readonly string[] = ['7', '9']): Check => ({
  one: { name: 'spark-als-implicit', kind: 'spark', settings: {}, figures: ['ndcg@10'] },
  place: '',
  skipped: null,
  page: { figures: { 'ndcg@10': 0.15 }, seconds: 1.25 },
  exported: { figures: { 'ndcg@10': exported }, seconds: 60.4 },
  movies: { shown, wanted: ['7', '9'] },
});

test('cases are chosen by words of their names', () => {
  expect(casesNamed('spark-als, notebook-mlp-stars').map(({ name }) => name)).toEqual([
    'notebook-mlp-stars',
    'spark-als-explicit',
    'spark-als-implicit',
  ]);
  expect(casesNamed('')).toEqual(CASES);
  expect(() => casesNamed('spark,flink')).toThrow(/^No case is called flink\. There are notebook-dot-stars, /);
});

test('what the machine or the data lacks is skipped, and said', () => {
  const reasons = (data: string, java: boolean) => new Set(CASES.flatMap((one) => hindranceOf(one, { data, java }) ?? []));
  expect(reasons('bundled', true)).toEqual(new Set());
  expect(reasons('bundled', false)).toEqual(new Set(['There is no Java on the path.']));
  expect(reasons('synthetic-1m', true)).toEqual(new Set(['A notebook makes up other ratings than the page.']));
});

test('one that fails, or is skipped, does not keep the others from a stage, and goes no further', async () => {
  const checks = [check(0.15), { ...check(0.15), skipped: 'No Java.' }, check(0.15), check(0.15)];
  const went: number[] = [];
  const stage = async (one: Check): Promise<void> => {
    went.push(checks.indexOf(one));
    if (went.length === 2) throw new Error('It broke.');
  };
  await runStage(checks, 'runs', stage);
  await runStage(checks, 'opens', stage);
  expect(went).toEqual([0, 2, 3, 0, 3]);
  expect(checks.map(agrees)).toEqual([true, true, false, true]);
});

test('a case agrees within what is allowed, with the same movies', () => {
  expect([0.1529, 0.1475, 0.1531, 0.1469].map((exported) => agrees(check(exported)))).toEqual([true, true, false, false]);
  expect(agrees(check(0.15, ['9', '7']))).toBe(false);
  expect(agrees(check(Number.NaN))).toBe(false);
});

test('the stars of a notebook are compared more closely than those of a job', () => {
  const of = (kind: 'notebook' | 'spark'): Check => ({
    ...check(0),
    one: { name: kind, kind, settings: {}, figures: ['rmse'] },
    page: { figures: { rmse: 0.9 }, seconds: 1 },
    exported: { figures: { rmse: 0.904 }, seconds: 1 },
  });
  expect([agrees(of('notebook')), agrees(of('spark'))]).toEqual([false, true]);
});

test('the table has a row for each figure, for the movies, and for what was not compared', () => {
  const failed = { ...check(0.15), failure: 'It ended with 1:\na long log' };
  expect(
    summaryOf([check(0.1531), failed])
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim())),
  ).toEqual([
    ['', 'spark-als-implicit', 'NDCG@10', '0.1500', '0.1531', '0.0031', '0.0030', '1.3, 60', 'FAILED', ''],
    ['', 'spark-als-implicit', 'five movies', '7 9', '7 9', '', '', '', 'ok', ''],
    ['', 'spark-als-implicit', '', '', '', '', '', '', 'FAILED: It ended with 1:', ''],
  ]);
});
