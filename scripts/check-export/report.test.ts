import { expect, test } from 'vitest';
import { CASES, casesNamed, hindranceOf } from './cases.mjs';
import { agrees, type Outcome, summaryOf } from './report.mjs';

const outcome = (exported: number, shown: readonly string[] = ['7', '9']): Outcome => ({
  name: 'spark-als-implicit',
  checked: {
    comparisons: [{ figure: 'ndcg@10', page: 0.15, exported, allowed: 0.003 }],
    movies: { shown, wanted: ['7', '9'] },
    seconds: { page: 1.25, exported: 60.4 },
  },
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

test('a case agrees within what is allowed, with the same movies', () => {
  expect([0.1529, 0.1475, 0.1531, 0.1469].map((exported) => agrees(outcome(exported)))).toEqual([true, true, false, false]);
  expect(agrees(outcome(0.15, ['9', '7']))).toBe(false);
  expect(agrees({ name: 'a', failure: 'It broke.' })).toBe(false);
  expect(agrees({ name: 'a', skipped: 'There is no Java on the path.' })).toBe(true);
});

test('the table has a row for each figure, for the movies, and for what was not compared', () => {
  const failed = { name: 'tensorflow-mlp', failure: 'It ended with 1:\na long log' };
  expect(
    summaryOf([outcome(0.1531), failed])
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim())),
  ).toEqual([
    ['', 'spark-als-implicit', 'NDCG@10', '0.1500', '0.1531', '0.0031', '0.0030', '1.3, 60', 'FAILED', ''],
    ['', 'spark-als-implicit', 'five movies', '7 9', '7 9', '', '', '', 'ok', ''],
    ['', 'tensorflow-mlp', '', '', '', '', '', '', 'FAILED: It ended with 1:', ''],
  ]);
});
