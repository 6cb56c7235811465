import { beforeEach, describe, expect, test, vi } from 'vitest';
import { READY } from '../../core/cell-machine.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import { testRecord, testRun } from '../../core/run-record.fixture.ts';
import { type RunRecord, recordOf } from '../../core/run-record.ts';
import type { EpochReport, RunSummary } from '../../core/run-report.ts';
import { sizeOf } from '../../core/settings/data-size.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { createNotebook, type Notebook } from '../../state/notebook.ts';
import { settingsSlice } from '../../state/settings.ts';
import type { TrainingState } from '../train/contract.ts';
import type { RunsCalls } from './contract.ts';
import { COLOURS, runsSlice } from './slice.ts';

const KEPT = { weights: [], problem: null };
const NOT_TRAINING = { run: READY, start: null, epochs: [], summary: null } as unknown as TrainingState;
const SUMMARY = { runId: 'a', outcome: 'done', taken: null, seconds: 3, test: null } as unknown as RunSummary;

let lab: Record<string, (args: never) => Promise<unknown>>;
let notebook: Notebook;
/** What is done with records is fetched when it is first needed. */
const settle = async (): Promise<void> => {
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setImmediate(resolve));
};
const runs = () => notebook.store.getState().runs;
const training = (changed: Partial<TrainingState>): void =>
  notebook.store.setState((state) => ({ training: { ...state.training, ...changed } }));
const noted = () => vi.mocked(lab['runs/note'] as (run: RunsCalls['note']['args']) => unknown).mock.calls.map(([run]) => run);

beforeEach(() => {
  lab = {
    'runs/list': vi.fn(async () => ({ records: [], ...KEPT })),
    'runs/note': vi.fn(async (run: RunsCalls['note']['args']) => ({ record: recordOf(run, undefined, 1), ...KEPT })),
    'runs/put': vi.fn(async () => KEPT),
    'runs/remove': vi.fn(async () => KEPT),
  };
  const others = {
    initial: { training: NOT_TRAINING, data: { summary: null } as never },
    create: () => ({ actions: { dismissAddressProblems: () => undefined } }),
  };
  const call = async (name: string, args: unknown) => await lab[name]?.(args as never);
  notebook = createNotebook({ call }, [others, settingsSlice, runsSlice], { page: '', bundled: '' });
});

async function list(...records: readonly RunRecord[]): Promise<void> {
  lab['runs/list'] = async () => ({ records, ...KEPT });
  notebook.store.setState(({ data }) => ({ data: { ...data, summary: { ratings: 9 } as DataSummary } }));
  await settle();
}

describe('a run', () => {
  test('is noted when it is paused and when it ends, each time as it is then', async () => {
    const { start } = testRun('a');
    training({ run: { phase: 'running' }, start });
    await settle();
    expect(runs().records).toEqual([]);
    training({ run: { phase: 'paused' } });
    await settle();
    expect(runs().records).toMatchObject([{ id: 'a', outcome: null }]);
    training({ run: { phase: 'running' }, epochs: [{ epoch: 1 } as EpochReport] });
    training({ summary: SUMMARY });
    await settle();
    expect(noted().map(({ epochs, summary }) => [epochs.length, summary?.outcome])).toEqual([
      [0, undefined],
      [1, 'done'],
    ]);
    expect(runs().records).toMatchObject([{ id: 'a', outcome: 'done' }]);
  });

  test('that fails is noted as such', async () => {
    training({ run: { phase: 'running' }, start: testRun('a').start });
    training({ run: { phase: 'failed', error: { code: 'diverged', message: 'It diverged.', remedy: 'Lower the rate.' } } });
    await settle();
    expect(runs().records).toMatchObject([{ outcome: 'failed' }]);
  });

  test('that ends just before the next one begins is not lost', async () => {
    training({ run: { phase: 'running' }, start: testRun('a').start });
    training({ summary: SUMMARY });
    training({ start: null, summary: null });
    training({ run: { phase: 'paused' }, start: testRun('b').start });
    await settle();
    expect(runs().records.map(({ id, outcome }) => [id, outcome])).toEqual(
      expect.arrayContaining([
        ['a', 'done'],
        ['b', null],
      ]),
    );
  });

  test('that goes on for long is noted on its way', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(0);
    training({ run: { phase: 'running' }, start: testRun('a').start });
    for (const [at, time] of [4000, 6000, 8000, 12_000].entries()) {
      now.mockReturnValue(time);
      training({ epochs: Array.from({ length: at + 1 }, () => ({}) as EpochReport) });
      await settle();
    }
    expect(noted().map(({ epochs }) => epochs.length)).toEqual([2, 4]);
    now.mockRestore();
  });

  test('that cannot be noted leaves the page as it is, with the reason', async () => {
    lab['runs/note'] = async () => {
      throw new LabError('part-missing', 'A part is missing.', 'Try again.');
    };
    training({ run: { phase: 'paused' }, start: testRun('a').start });
    await settle();
    expect(runs()).toMatchObject({ records: [], problem: { code: 'part-missing' } });
  });
});

describe('the list', () => {
  test('is asked for once, when the data is there', async () => {
    await list(testRecord({}, { id: 'x' }));
    expect(runs().records.map(({ id }) => id)).toEqual(['x']);
    lab['runs/list'] = async () => ({ records: [], ...KEPT });
    notebook.store.setState(({ data }) => ({ data: { ...data, summary: { ratings: 8 } as DataSummary } }));
    await settle();
    expect(runs().records).toHaveLength(1);
  });

  test('has new names and notes at once, and asks the lab to keep them', async () => {
    await list(testRecord({}, { id: 'x' }));
    await notebook.actions.renameRun('x', '  wide ');
    await notebook.actions.noteRun('x', 'why');
    await notebook.actions.noteRun('x', 'why');
    expect(runs().records).toMatchObject([{ name: 'wide', note: 'why' }]);
    expect(lab['runs/put']).toHaveBeenCalledTimes(2);
  });

  test('loses what is deleted, with its curve and as the baseline, and has it back by an undo', async () => {
    const record = testRecord({}, { id: 'x' });
    await list(record, testRecord({}, { id: 'y', startedAt: 5 }));
    notebook.actions.drawRun('x', true);
    await notebook.actions.setBaseline('x');
    await notebook.actions.deleteRuns(['x']);
    expect(runs()).toMatchObject({ records: [{ id: 'y' }], baseline: null });
    expect(runs().drawn).not.toContain('x');
    expect(lab['runs/remove']).toHaveBeenCalledWith({ ids: ['x'] });
    await notebook.actions.undo();
    expect(runs().records.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(lab['runs/put']).toHaveBeenLastCalledWith({ records: [{ ...record, pinned: true }] });
    expect(runs().baseline).toBe('x');
  });

  test('loses several at one step, and has all of them back by one undo', async () => {
    await list(...['x', 'y', 'z'].map((id, at) => testRecord({}, { id, startedAt: 9 - at })));
    await notebook.actions.setBaseline('y');
    await notebook.actions.deleteRuns(['x', 'y']);
    expect(runs()).toMatchObject({ records: [{ id: 'z' }], baseline: null });
    expect(lab['runs/remove']).toHaveBeenCalledExactlyOnceWith({ ids: ['x', 'y'] });
    expect(notebook.store.getState().undone.toast?.words).toBe('2 runs are deleted.');
    await notebook.actions.undo();
    expect(runs()).toMatchObject({ records: [{ id: 'x' }, { id: 'y' }, { id: 'z' }], baseline: 'y' });
    await notebook.actions.redo();
    expect(runs().records).toHaveLength(1);
  });

  test('keeps which run is pinned, and knows it at the next visit', async () => {
    await list(testRecord({}, { id: 'x', pinned: true }), testRecord({}, { id: 'y' }));
    expect(runs().baseline).toBe('x');
    await notebook.actions.setBaseline('y');
    expect(runs().records.map(({ id, pinned }) => [id, pinned])).toEqual([
      ['x', undefined],
      ['y', true],
    ]);
    expect(lab['runs/put']).toHaveBeenCalledWith({ records: expect.arrayContaining([testRecord({}, { id: 'x' })]) });
    await notebook.actions.setBaseline(null);
    expect(runs()).toMatchObject({ baseline: null, records: [{ id: 'y' }, { id: 'x' }] });
    expect(runs().records.some(({ pinned }) => pinned)).toBe(false);
  });

  test('has the pinned run back as the baseline, unless another was pinned since', async () => {
    await list(testRecord({}, { id: 'x', pinned: true }), testRecord({}, { id: 'y' }));
    await notebook.actions.deleteRuns(['x']);
    await notebook.actions.setBaseline('y');
    await notebook.actions.undo();
    expect(runs().baseline).toBe('y');
    expect(
      runs()
        .records.filter(({ pinned }) => pinned)
        .map(({ id }) => id),
    ).toEqual(['y']);
  });

  test('keep what is added before the list arrives', async () => {
    const [x, y] = [testRecord({}, { id: 'x', startedAt: 1 }), testRecord({}, { id: 'y', startedAt: 2, origin: 'file' })];
    let arrive = (): void => {};
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    lab['runs/list'] = async () => {
      await arrival;
      return { records: [x], ...KEPT };
    };
    notebook.store.setState(({ data }) => ({ data: { ...data, summary: { ratings: 9 } as DataSummary } }));
    await notebook.actions.addRuns([y]);
    arrive();
    await settle();
    expect(runs().records.map(({ id }) => id)).toEqual(['y', 'x']);
  });

  test('takes runs of a file that it has not got', async () => {
    await list(testRecord({}, { id: 'x' }));
    expect(await notebook.actions.addRuns([testRecord({}, { id: 'x' }), testRecord({}, { id: 'y', origin: 'file' })])).toBe(1);
    expect(runs().records).toHaveLength(2);
  });
});

test('runs are drawn in free places, and keep theirs when others are taken away', () => {
  const ids = Array.from({ length: COLOURS + 1 }, (_, at) => `r${at}`);
  for (const id of ids) notebook.actions.drawRun(id, true);
  expect(runs().drawn).toEqual(ids.slice(0, COLOURS));
  notebook.actions.drawRun('r2', false);
  notebook.actions.drawRun('late', true);
  expect(runs().drawn[2]).toBe('late');
  expect(runs().drawn[3]).toBe('r3');
});

test('what is looked at is changed part by part, and only what is named can be undone', async () => {
  notebook.actions.setRunsView({ filter: 'mlp', ranges: { rmse: { from: 0, to: 1 } } });
  notebook.actions.setRunsView({ filter: '', ranges: {} }, 'Filters cleared.');
  notebook.actions.setRunsView({ differencesOnly: false });
  await notebook.actions.undo();
  expect(runs().view).toEqual({ filter: 'mlp', ranges: { rmse: { from: 0, to: 1 } }, differencesOnly: false, byHand: {} });
  expect(notebook.store.getState().undone.past).toEqual([]);
});

test('the settings of a run take the place of those that were set', () => {
  notebook.actions.set('batchSize', 64);
  notebook.actions.takeSettingsOf(testRecord({ model: 'mlp', learningRate: 0.02 }));
  expect(notebook.store.getState().overrides).toMatchObject({ model: 'mlp', learningRate: 0.02 });
  expect(notebook.store.getState().overrides).not.toHaveProperty('batchSize');
});

test('the address of a run is the same experiment elsewhere', () => {
  const record = testRecord({ model: 'mlp', hidden: [24], split: 'leave-last', seed: 7, listWeight: 0.5, epochs: 3 });
  notebook.actions.takeSettingsOf(record);
  const hash = notebook.address();
  notebook.actions.takeSettings({});
  notebook.open(hash);
  expect(resolve(notebook.store.getState().overrides, sizeOf(record.data.ratings))).toEqual(record.configuration);
});
