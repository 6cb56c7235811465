import { describe, expect, test, vi } from 'vitest';
import type { DataSummary } from '../../../core/data-summary.ts';
import { LabError } from '../../../core/errors.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { type LabCalls, openNotebook } from '../../notebook.fixture.ts';
import { selectHindrance } from '../selectors.ts';
import type { LeakageTable } from './contract.ts';
import { selectCanCompare, selectStaleTable } from './selectors.ts';

const DATA = { name: 'Some', sha256: null, ratings: 100_004, scale: { min: 0.5, max: 5, step: 0.5 } } as unknown as DataSummary;
const TABLE = {
  rows: (['random', 'leave-last', 'time-cut'] as const).map((split) => ({ split, problem: { message: 'No.', remedy: 'Yes.' } })),
  k: 10,
  threshold: 4,
  seconds: 1,
} satisfies LeakageTable;

function create(answer: LabCalls['evaluate/leakage/compare'] = async () => TABLE) {
  const compare = vi.fn(answer);
  const notebook = openNotebook({ 'evaluate/leakage/compare': compare });
  const { store } = notebook;
  store.setState(({ data }) => ({ data: { ...data, summary: DATA } }));
  return { ...notebook, compare, state: store.getState };
}

describe('a comparison of splits', () => {
  test('asks with the settings as they stand, and keeps what the table was made of', async () => {
    const { actions, compare, state } = create();
    actions.set('l2', 0.2);
    actions.setEvaluation({ k: 20 });
    await actions.compareSplits();
    const configuration = selectConfiguration(state());
    expect(compare).toHaveBeenCalledWith({ configuration, k: 20, threshold: null });
    expect(state().leakage).toMatchObject({ run: { phase: 'done' }, result: { table: TABLE, configuration, data: DATA } });
  });

  test('keeps the rows that are there where it is cancelled', async () => {
    const soFar = { ...TABLE, rows: TABLE.rows.slice(0, 1) };
    const { actions, optionsOf, state } = create(async () => {
      optionsOf('evaluate/leakage/compare').onProgress?.({ share: 0.5, soFar } as never);
      throw new LabError('cancelled', 'Enough.', 'Go on.');
    });
    await actions.compareSplits();
    expect(state().leakage).toMatchObject({ run: { phase: 'ready' }, result: { table: soFar } });
  });

  test('and everything else that trains or measures wait for each other', async () => {
    let end = (): void => {};
    const { actions, state } = create(
      () =>
        new Promise((resolve) => {
          end = () => resolve(TABLE);
        }),
    );
    expect(selectCanCompare(state())).toBe(true);
    const work = actions.compareSplits();
    expect(selectCanCompare(state())).toBe(false);
    expect(selectHindrance(state())).toBe('Available once the splits are compared.');
    end();
    await work;
    expect(selectCanCompare(state())).toBe(true);
  });
});

test('a table is stale with other settings of any of its splits, but not with another split', async () => {
  const { actions, state, store } = create();
  await actions.compareSplits();
  const expectStale = (words: string): void => expect(selectStaleTable(state())).toContain(words);
  expect(selectStaleTable(state())).toBeNull();
  actions.set('split', 'time-cut');
  expect(selectStaleTable(state())).toBeNull();
  actions.set('validationPerUser', 3);
  expectStale('Trained with validation ratings 1; it is now 3.');
  actions.set('validationPerUser', 1);
  actions.set('l2', 0.5);
  expectStale('Trained with L2 of the factors');
  actions.set('l2', 0.06);
  expect(selectStaleTable(state())).toBeNull();
  actions.setEvaluation({ k: 5 });
  expectStale('k = 10');
  actions.setEvaluation({ k: 10, threshold: 3 });
  expectStale('from 4 as relevant; it is now 3');
  actions.setEvaluation({ threshold: null });
  actions.set('minRatings', 20);
  expectStale('rated by at least 10 users; it is now 20');
  store.setState(({ data }) => ({ data: { ...data, summary: { ...DATA, name: 'Others' } } }));
  expectStale('Made with Some; Others is loaded now.');
});
