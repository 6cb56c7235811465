import { expect, test } from 'vitest';
import { testRecord } from './run-record.fixture.ts';
import { writeRunTable } from './run-table-file.ts';

/** Rows of a CSV file without line breaks in its cells, by their headings. */
function read(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

test('a run is a row with its figures and its settings; what has no effect is empty', () => {
  const [row] = read(writeRunTable([testRecord({ learningRate: 0.02, hidden: [8, 4] })]));
  expect(row).toMatchObject({ run: 'Run 1', best_epoch: '1', validation_rmse: '0.91', ndcg_at_10: '0.2', epoch_seconds: '2.5' });
  expect(row).toMatchObject({ model: 'dot', learningRate: '0.02', hidden: '', note: '' });
  expect(read(writeRunTable([testRecord({ model: 'mlp', hidden: [8, 4] })]))[0]).toMatchObject({ hidden: '8 4' });
});

test('an error that is not in stars is no RMSE', () => {
  const [row] = read(writeRunTable([testRecord({ loss: 'bpr' })]));
  expect(row).toMatchObject({ validation_rmse: '', validation_error: '0.91' });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+A1', "'+A1"],
  ['-A1', "'-A1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['wide, "good"', '"wide, ""good"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
])('the name %j is no formula and stays one cell', (name, cell) => {
  expect(read(writeRunTable([testRecord({}, { name })]))[0]?.run).toBe(cell);
});

test('a note of several lines is one quoted cell', () => {
  expect(writeRunTable([testRecord({}, { note: 'a\nb' })])).toContain('"a\nb"');
});
