import { describe, expect, test } from 'vitest';
import type { DataSummary } from '../../../core/data-summary.ts';
import { type DataChoice, ML_1M } from '../../../state/data-choice.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectHasOwnFile } from './own-file.ts';
import { selectAnswers } from './select-answers.ts';

const FILE = new File([], 'a.csv');
const KEPT = { kind: 'kept', id: 'x', file: 'a.csv', sha256: 'abc', url: null, fetchedAt: 1, savedAt: 2, bytes: 3 } as const;
const stateOf = (data: object): NotebookState =>
  ({
    data: { run: { phase: 'done' }, wanted: FILE, loaded: FILE, answers: {}, summary: null, ...data },
  }) as unknown as NotebookState;

describe('the columns are the visitor’s to say', () => {
  test.each<readonly [string, DataChoice, boolean]>([
    ['of a file', FILE, true],
    ['of one that is kept', KEPT, true],
    ['of one from an address', { kind: 'url', url: 'https://example.org/a.csv' }, true],
    ['not of what comes with the page', 'bundled', false],
    ['not of what is made up', 'synthetic-1m', false],
    ['not of MovieLens that is kept', { ...KEPT, sha256: ML_1M.sha256 }, false],
    ['not of MovieLens from GroupLens', { kind: 'url', url: 'https://files.grouplens.org/datasets/movielens/ml-25m.zip' }, false],
  ])('%s', (_, wanted, isOwn) => {
    expect(selectHasOwnFile(stateOf({ wanted }))).toBe(isOwn);
    expect(selectHasOwnFile(stateOf({ wanted, run: { phase: 'failed' } }))).toBe(isOwn);
    expect(selectHasOwnFile(stateOf({ wanted, run: { phase: 'running' } }))).toBe(false);
  });
});

describe('the dialog starts with what was said', () => {
  const mapping = { user: 0, item: 1, rating: 2 };

  test('now, else when the file was kept', () => {
    const wanted = { ...KEPT, mapping, answers: { tables: { paths: ['b.csv'] } } };
    expect(selectAnswers(stateOf({ wanted }))).toMatchObject({ mapping, tables: { paths: ['b.csv'] } });
    const anew = selectAnswers(stateOf({ wanted, answers: { format: { skip: 1 } } }));
    expect(anew).toEqual({ format: { skip: 1 }, mapping: undefined, wide: undefined, tables: { paths: ['b.csv'] } });
  });

  test('and with the encoding that showed far down', () => {
    const summary = { layout: { columns: { format: { encoding: 'windows-1252' } } } } as unknown as DataSummary;
    expect(selectAnswers(stateOf({ summary })).format).toEqual({ encoding: 'windows-1252' });
    expect(selectAnswers(stateOf({ summary, wanted: new File([], 'other.csv') })).format).toEqual({});
  });
});
