import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DataSummary } from '../core/data-summary.ts';
import type { KeptRun } from '../core/kept-run.ts';
import type { RunStart, RunSummary } from '../core/run-report.ts';
import { resolve } from '../core/settings/defaults.ts';
import { reopen } from '../state/reopen.ts';
import { type LabCalls, openNotebook } from './notebook.fixture.ts';

const OWN = {
  kind: 'file',
  name: 'own.csv',
  sha256: 'abc',
  release: null,
  ratings: 9,
  firstUserId: 1,
  lastUserId: 5,
} as DataSummary;
const SET = { id: 'x', file: 'own.csv', sha256: 'abc', url: null, fetchedAt: 1, savedAt: 2, bytes: 3 };
const RUN = { id: 'one', configuration: {}, data: OWN, ended: 'done' } as unknown as KeptRun;

beforeEach(() => void vi.stubGlobal('navigator', {}));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Opens the page in a tab that remembers this; `type` is how one came to it. */
async function visit(tab: Map<string, string>, type: string, hash: string) {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never);
  const load = vi.fn<LabCalls['data/load']>(async () => OWN);
  const restore = vi.fn<LabCalls['train/restore']>(async () => ({ runId: 'one' }) as RunSummary);
  const fit = vi.fn<LabCalls['train/start']>(async () => ({ runId: 'fit' }) as RunSummary);
  const notebook = openNotebook({
    'train/start': fit,
    'data/load': load,
    'data/keptData': async () => ({ sets: [SET], room: null }),
    'train/keptRuns': async () => [RUN],
    'train/restore': restore,
    'explore/view': async () => ({}) as never,
    'split/report': async () => ({}) as never,
    'recommend/placeOf': async () => 1,
  });
  notebook.open(hash);
  await reopen(notebook, () => ({
    getItem: (key) => tab.get(key) ?? null,
    setItem: (key, value) => void tab.set(key, value),
  }));
  return { ...notebook, load, restore, fit };
}

/** What a visit leaves behind that loaded a kept file and trained on it. */
async function tabAfterTraining(): Promise<Map<string, string>> {
  const tab = new Map<string, string>();
  const { actions, store } = await visit(tab, 'navigate', '');
  await actions.load({ kind: 'kept', ...SET });
  store.setState(({ training }) => ({
    training: { ...training, inUse: { runId: 'one', data: OWN, configuration: resolve({}) } as RunStart },
  }));
  return tab;
}

describe('after a reload', () => {
  test.each(['reload', 'back_forward'])(
    '(%s) the file and the model are there again, and the settings are the address’s',
    async (type) => {
      const { load, restore, store } = await visit(await tabAfterTraining(), type, '#data=file&epochs=9');
      expect(load.mock.calls.map(([{ source }]) => source)).toEqual([{ kind: 'kept', id: 'x' }]);
      expect(restore).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'one', goOn: false }));
      expect(store.getState()).toMatchObject({ overrides: { epochs: 9 }, undone: { past: [] } });
    },
  );

  test('a model that was not kept is gone, and the page says so', async () => {
    const tab = await tabAfterTraining();
    tab.set('matinee.open', (tab.get('matinee.open') as string).replace('"one"', '"opened"'));
    const { restore, store } = await visit(tab, 'reload', '');
    expect(restore).not.toHaveBeenCalled();
    expect(store.getState().training.notice).toContain('If it came from a file, open that file again.');
  });

  test('a model of other data is left alone', async () => {
    const tab = await tabAfterTraining();
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' }] as never);
    const restore = vi.fn<LabCalls['train/restore']>();
    const notebook = openNotebook({
      'data/load': async () => ({ ...OWN, name: 'Other', sha256: 'def' }),
      'data/keptData': async () => ({ sets: [SET], room: null }),
      'train/keptRuns': async () => [RUN],
      'train/restore': restore,
    });
    notebook.open('#data=synthetic-1m');
    await reopen(notebook, () => ({ getItem: (key) => tab.get(key) ?? null, setItem: () => undefined }));
    expect(restore).not.toHaveBeenCalled();
  });
});

describe('a model that was fitted in one go', () => {
  /** What a visit leaves behind on the ratings that come with the page, after a fit that took so long. */
  async function tabAfterFit(seconds: number): Promise<Map<string, string>> {
    const tab = new Map<string, string>();
    const { store } = await visit(tab, 'navigate', '');
    const start = { runId: 'fit', configuration: resolve({ model: 'bias' }), data: OWN } as RunStart;
    const summary = { runId: 'fit', seconds } as RunSummary;
    store.setState(({ training }) => ({ training: { ...training, inUse: start, start, summary } }));
    return tab;
  }

  test('is fitted again after a reload, as the same run, where that is quick', async () => {
    const { fit, store } = await visit(await tabAfterFit(0.2), 'reload', '#epochs=9');
    const configuration = expect.objectContaining({ model: 'bias' });
    expect(fit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'fit', configuration }));
    expect(store.getState()).toMatchObject({
      overrides: { epochs: 9 },
      training: { notice: expect.stringContaining('fitted again') },
    });
  });

  test('is not fitted again where that takes long, and the page says so', async () => {
    const { fit, store } = await visit(await tabAfterFit(7.4), 'reload', '');
    expect(fit).not.toHaveBeenCalled();
    expect(store.getState().training.notice).toBe(
      'The page was reloaded, and the model Bias only is gone. Fitting it again takes about 8 s.',
    );
  });

  test('is left alone where other data is loaded, or the tab remembers nonsense', async () => {
    const tab = await tabAfterFit(0.2);
    const text = tab.get('matinee.open') as string;
    for (const changed of [text.replace('own.csv', 'other.csv'), text.replace('"bias"', '"no such model"')]) {
      const { fit } = await visit(new Map([['matinee.open', changed]]), 'reload', '');
      expect(fit).not.toHaveBeenCalled();
    }
  });

  test('stays remembered while another run goes', async () => {
    const tab = await tabAfterFit(0.2);
    const { store } = await visit(tab, 'reload', '');
    const inUse = { runId: 'fit', configuration: resolve({ model: 'bias' }), data: OWN } as RunStart;
    store.setState(({ training }) => ({
      training: { ...training, inUse, start: inUse, summary: { seconds: 0.2 } as RunSummary },
    }));
    store.setState(({ training }) => ({ training: { ...training, start: null, summary: null } }));
    expect(JSON.parse(tab.get('matinee.open') as string)).toMatchObject({ fit: { id: 'fit', seconds: 0.2 } });
  });
});

describe('a run that was going when the page was left', () => {
  /** What a visit leaves behind that was left during its run. */
  async function tabDuringRun(runId: string | null): Promise<Map<string, string>> {
    const tab = new Map<string, string>();
    const { store } = await visit(tab, 'navigate', '#model=mlp');
    const start = runId === null ? null : ({ runId, configuration: resolve({ model: 'mlp' }), data: OWN } as RunStart);
    store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' }, start } }));
    return tab;
  }
  const LOST = 'The page was left during a run (MLP) before any of it was saved, so the run is lost. Train again to repeat it.';

  test.each([
    ['reload', 'two'],
    ['back_forward', 'two'],
    ['navigate', 'two'],
    ['reload', null],
  ])('and of which nothing is kept (%s, %s) is said to be lost', async (type, runId) => {
    const tab = await tabDuringRun(runId);
    const { store } = await visit(tab, type, '');
    expect(store.getState().training.notice).toBe(LOST);
    const again = await visit(tab, type, '');
    expect(again.store.getState().training.notice, 'once').toBeNull();
  });

  test('is not where it can be taken up, or another tab goes on with it', async () => {
    const kept = await visit(await tabDuringRun('one'), 'reload', '');
    expect(kept.store.getState().training.notice).toBeNull();
    vi.stubGlobal('navigator', { locks: { query: async () => ({ held: [{ name: 'matinee-run-two' }] }) } });
    const copy = await visit(await tabDuringRun('two'), 'reload', '');
    expect(copy.store.getState().training.notice).toBeNull();
  });

  test('is nobody’s loss once it has ended', async () => {
    const tab = await tabDuringRun('two');
    const { store } = await visit(tab, 'navigate', '');
    store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' } } }));
    store.setState(({ training }) => ({ training: { ...training, run: { phase: 'done' } } }));
    expect(JSON.parse(tab.get('matinee.open') as string)).toMatchObject({ going: null });
  });
});

test('an address that is opened anew shows what it says and no more', async () => {
  const { load, restore } = await visit(await tabAfterTraining(), 'navigate', '#epochs=9');
  expect(load.mock.calls.map(([{ source }]) => source.kind)).toEqual(['bundled']);
  expect(restore).not.toHaveBeenCalled();
});

test.each(['{"file":7,"run":[]}', 'not JSON', 'null'])('a tab that remembers %s begins anew', async (text) => {
  const { load, restore } = await visit(new Map([['matinee.open', text]]), 'reload', '');
  expect(load).toHaveBeenCalledOnce();
  expect(restore).not.toHaveBeenCalled();
});

test('without storage for the tab the ratings come all the same', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' }] as never);
  const load = vi.fn<LabCalls['data/load']>(async () => OWN);
  const notebook = openNotebook({ 'data/load': load });
  await reopen(notebook, () => {
    throw new DOMException('barred', 'SecurityError');
  });
  expect(load).toHaveBeenCalledOnce();
});
