import { expect, test, vi } from 'vitest';
import { KEPT_RUN_VERSION } from '../../core/kept-run.ts';
import { writeRunFile } from '../../core/run-file.ts';
import { testRecord } from '../../core/run-record.fixture.ts';
import type { NotebookActions, NotebookState } from '../../state/notebook-state.ts';
import type { SliceKit } from '../../state/slice.ts';
import type { OpenedWeights, TakeAwayState } from './contract.ts';
import { topOf } from './top.ts';
import { createWork } from './work.ts';

const record = testRecord({}, { id: 'one' });
const MATCHED = { both: 3, inFileAlone: 0, inDataAlone: 0 };
const WEIGHTS = { run: { runId: 'one', number: 4 }, record, users: MATCHED, movies: MATCHED, otherData: null } as OpenedWeights;
const KEPT = { id: 'one', version: KEPT_RUN_VERSION, ended: 'stopped', epochsDone: 1, configuration: record.configuration };

function open(inUse = 'one') {
  let state = {
    training: { inUse: { runId: inUse } },
    takeAway: { opened: null, doing: null },
    runs: { records: [record], weights: [KEPT] },
  } as unknown as NotebookState;
  const did: string[] = [];
  const note = <Result>(name: string, result: Result) =>
    vi.fn(async () => {
      did.push(name);
      return result;
    });
  const actions = {
    openRun: note('openRun', [record]),
    addRuns: note('addRuns', 1),
    restoreRun: note('restoreRun', undefined),
    putInUse: note('putInUse', undefined),
    takeSettingsOf: note('takeSettingsOf', undefined),
  } as unknown as NotebookActions;
  const kit = {
    getState: () => state,
    setState: (change: (now: NotebookState) => Partial<NotebookState>) => {
      state = { ...state, ...change(state) };
    },
    calls: () => ({ openWeights: note('openWeights', WEIGHTS) }),
    actions,
  } as unknown as SliceKit<'takeAway'>;
  return { work: createWork(kit), did, opened: (): TakeAwayState['opened'] => state.takeAway.opened };
}

test('weights are put in use, with their settings, and listed as a run', async () => {
  const { work, did, opened } = open();
  await work.bringBack(new File([BigUint64Array.of(9n), 'anything'], 'a.safetensors'));
  expect(did).toEqual(['openWeights', 'takeSettingsOf', 'putInUse', 'addRuns']);
  expect(opened()).toEqual({ kind: 'weights', name: 'a.safetensors', weights: WEIGHTS });
});

test('an experiment is opened as it was left, and says whether it can go on', async () => {
  const { work, did, opened } = open();
  await work.bringBack(new File(['matinee-run\nanything'], 'a.matinee'));
  expect(did).toEqual(['openRun', 'addRuns', 'restoreRun']);
  expect(opened()).toEqual({ kind: 'runs', name: 'a.matinee', added: 1, canGoOn: true });
});

test('an experiment whose run could not be taken up is added alone', async () => {
  const { work, opened } = open('another');
  await work.bringBack(new File(['matinee-run\nanything'], 'a.matinee'));
  expect(opened()).toEqual({ kind: 'runs', name: 'a.matinee', added: 1, canGoOn: null });
});

test('records alone are added to the list', async () => {
  const { work, did, opened } = open();
  await work.bringBack(new File([writeRunFile([record])], 'runs.json'));
  expect(did).toEqual(['addRuns']);
  expect(opened()).toMatchObject({ canGoOn: null });
});

test.each([
  ['', 10],
  ['25', 25],
  ['0', 10],
  ['101', 10],
  ['2.5', 10],
  ['many', 10],
])('the length “%s” of the address makes lists of %i', (text, length) => {
  expect(topOf(text)).toBe(length);
});
