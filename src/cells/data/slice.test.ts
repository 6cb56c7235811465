import { describe, expect, test, vi } from 'vitest';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import type { KeptData } from '../../core/kept-files.ts';
import { ML_1M } from '../../state/data-choice.ts';
import { selectNamedData } from '../../state/selectors.ts';
import { type LabCalls, openNotebook, URLS } from '../notebook.fixture.ts';
import type { KeptFile } from './contract.ts';
import { selectAsksToKeep } from './selectors.ts';

const GROUPLENS = 'https://files.grouplens.org/datasets/movielens/ml-1m.zip';
const SMALL = { name: 'Small', firstUserId: 1, lastUserId: 671, release: 'ml-latest-small-2016', sha256: 'abc' } as DataSummary;
const NOTHING: KeptData = { sets: [], room: null };
const KEPT: KeptData = {
  sets: [{ id: 'x', file: 'ml-1m.zip', sha256: ML_1M.sha256, url: GROUPLENS, fetchedAt: 1, savedAt: 2, bytes: 3 }],
  room: null,
};

const REMOVED: KeptFile = { ...(KEPT.sets[0] as KeptData['sets'][number]), blob: new Blob(['x']) };

function create(calls: Partial<LabCalls> = {}, hash = '') {
  const lab = {
    'data/load': vi.fn<LabCalls['data/load']>(async () => SMALL),
    'data/keptData': vi.fn<LabCalls['data/keptData']>(async () => NOTHING),
    'data/keepData': vi.fn<LabCalls['data/keepData']>(async () => KEPT),
    'data/forgetData': vi.fn<LabCalls['data/forgetData']>(async () => ({ removed: REMOVED, kept: NOTHING })),
    'data/putBackData': vi.fn<LabCalls['data/putBackData']>(async () => KEPT),
    'split/report': async () => ({}) as never,
    'explore/view': async () => ({}) as never,
    ...calls,
  };
  const notebook = openNotebook(lab);
  notebook.open(hash);
  return {
    ...notebook,
    lab,
    state: notebook.store.getState,
    loads: () => vi.mocked(lab['data/load']).mock.calls.map(([{ source }]) => source),
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an address that asks for MovieLens 1M', () => {
  test('fetches nothing: other data stands in, the address stays, the menu shows the way', async () => {
    const { actions, state, loads } = create({}, '#data=ml-1m');
    await actions.start();
    expect(loads()).toEqual([{ kind: 'bundled', url: URLS.bundled }]);
    expect(state().data).toMatchObject({ asked: true, source: 'ml-1m', loaded: 'bundled' });
    expect(selectNamedData(state())).toBe('ml-1m');
    actions.chooseSource('bundled');
    expect(selectNamedData(state())).toBe('bundled');
    expect(loads()).toHaveLength(1);
  });

  test('opens the copy that is kept', async () => {
    const { actions, state, loads } = create({ 'data/keptData': async () => KEPT }, '#data=ml-1m');
    await actions.start();
    expect(loads()).toEqual([{ kind: 'kept', id: 'x' }]);
    expect(state().data).toMatchObject({ asked: false, source: 'ml-1m' });
  });

  test('does without storage', async () => {
    const keptData = async () => {
      throw new LabError('storage-missing', 'None.', 'Go on.');
    };
    const { actions, state } = create({ 'data/keptData': keptData }, '#data=ml-1m');
    await actions.start();
    expect(state().data).toMatchObject({ asked: true, loaded: 'bundled' });
    expect(state().kept.run.phase).toBe('failed');
  });
});

describe('a download', () => {
  test('is agreed to, loaded and kept; the next request for it opens the copy', async () => {
    const { actions, state, loads } = create();
    await actions.start();
    actions.chooseSource('ml-1m');
    expect(loads()).toHaveLength(1);
    await actions.download(GROUPLENS);
    await settle();
    expect(loads().at(-1)).toEqual({ kind: 'url', url: GROUPLENS, pageUrl: URLS.page });
    expect(state().agreed).toEqual(['ml-1m.zip']);
    expect(state().kept.sets).toEqual(KEPT.sets);
    await actions.load('bundled');
    actions.chooseSource('ml-1m');
    expect(loads().at(-1)).toEqual({ kind: 'kept', id: 'x' });
  });

  test('of anything else needs no agreement, and the address says only that there is a file', async () => {
    const { actions, state, loads } = create();
    await actions.download('https://example.org/a.zip');
    expect(loads().at(-1)).toEqual({ kind: 'url', url: 'https://example.org/a.zip', pageUrl: URLS.page });
    expect(state().agreed).toEqual([]);
    expect(selectNamedData(state())).toBe('file');
  });

  test('that was not the release is loaded again with the answer', async () => {
    const load = vi
      .fn<LabCalls['data/load']>(async () => SMALL)
      .mockRejectedValueOnce(new LabError('data-altered', 'Other.', 'Use it.'));
    const { actions, state, loads } = create({ 'data/load': load, 'data/keepData': async () => NOTHING });
    await actions.download(GROUPLENS);
    expect(state().data.run).toMatchObject({ phase: 'failed', error: { code: 'data-altered' } });
    await actions.answer({ unverified: true });
    const mapping = { user: 0, item: 1, rating: 2 };
    await actions.answer({ mapping });
    expect(loads().at(-1)).toMatchObject({ kind: 'url', unverified: true, mapping });
  });
});

describe('what is picked', () => {
  test('is gathered, then loaded; nothing is loaded where there is nothing', async () => {
    const { actions, loads } = create();
    await actions.openPicked(async () => null);
    const before = loads().length;
    await actions.openPicked(async () => new File(['x'], 'a.csv'));
    expect([before, loads().at(-1)]).toMatchObject([0, { kind: 'file' }]);
  });

  test('that cannot be gathered is told', async () => {
    const { actions, state } = create();
    await actions.openPicked(() => Promise.reject(new LabError('part-missing', 'A part did not arrive.', 'Try again.')));
    expect(state().data.run).toMatchObject({ phase: 'failed', error: { code: 'part-missing' } });
  });
});

describe('a load that is cancelled', () => {
  const cancelled = new LabError('cancelled', 'Loading was cancelled.', 'Again.');

  test('leaves what was there before, and no failure', async () => {
    const load = vi.fn<LabCalls['data/load']>(async () => SMALL);
    const { actions, state } = create({ 'data/load': load });
    await actions.start();
    load.mockRejectedValueOnce(cancelled);
    await actions.download('https://example.org/a.zip');
    expect(state().data).toMatchObject({ run: { phase: 'done' }, wanted: 'bundled', source: 'bundled', summary: SMALL });
  });

  test('leaves nothing where there was nothing', async () => {
    const { actions, state } = create({ 'data/load': async () => Promise.reject(cancelled) });
    await actions.start();
    expect(state().data).toMatchObject({ run: { phase: 'ready' }, summary: null });
  });
});

describe('a load that failed', () => {
  const failed = new LabError('data-malformed', 'It is broken.', 'Mend it.');

  test('is put away by turning to another source, and what was there before is there still', async () => {
    const load = vi.fn<LabCalls['data/load']>(async () => SMALL);
    const { actions, state, loads } = create({ 'data/load': load });
    await actions.start();
    load.mockRejectedValueOnce(failed);
    await actions.load(new File([], 'a.csv'));
    expect(state().data).toMatchObject({ run: { phase: 'failed' }, source: 'file' });
    actions.chooseSource('synthetic');
    expect(state().data).toMatchObject({ run: { phase: 'done' }, wanted: 'bundled', source: 'synthetic', summary: SMALL });
    expect(loads()).toHaveLength(2);
  });

  test('leaves an empty cell where there was nothing before', async () => {
    const { actions, state } = create({ 'data/load': async () => Promise.reject(failed) });
    await actions.start();
    actions.chooseSource('url');
    expect(state().data).toMatchObject({ run: { phase: 'ready' }, source: 'url', summary: null });
  });
});

describe('a file that is read again in another way', () => {
  const mapping = { user: 1, item: 0, rating: 2 };
  const file = new File(['a,b'], 'own.csv');

  test('is loaded with the new answers in place of the old', async () => {
    const { actions, state, loads } = create();
    await actions.load(file);
    await actions.answer({ mapping });
    await actions.answer({ mapping: undefined, wide: undefined, format: { skip: 1 }, tables: undefined });
    expect(loads().at(-1)).toEqual({ kind: 'file', file, format: { skip: 1 } });
    expect(state().data.loadedAnswers).toMatchObject({ format: { skip: 1 } });
  });

  test.each(['cancelled', 'data-malformed'] as const)('keeps its former answers where that is %s and given up', async (code) => {
    const load = vi.fn<LabCalls['data/load']>(async () => SMALL);
    const { actions, state } = create({ 'data/load': load });
    await actions.load(file);
    await actions.answer({ mapping });
    load.mockRejectedValueOnce(new LabError(code, 'It ended.', 'Try again.'));
    await actions.answer({ mapping: undefined, format: { skip: 7 } });
    actions.cancelLoad();
    expect(state().data).toMatchObject({ run: { phase: 'done' }, wanted: file, loaded: file, answers: { mapping } });
    expect(state().data.answers.format).toBeUndefined();
  });

  test('is kept with the answers, also where it was kept before', async () => {
    const keepData = vi.fn<LabCalls['data/keepData']>(async () => KEPT);
    const { actions } = create({ 'data/keepData': keepData });
    await actions.load({ kind: 'kept', ...(KEPT.sets[0] as (typeof KEPT.sets)[number]) });
    expect(keepData).not.toHaveBeenCalled();
    await actions.answer({ mapping });
    expect(keepData).toHaveBeenCalledOnce();
  });

  test('is looked at first, as it was chosen', async () => {
    const previewFile = vi.fn<LabCalls['data/previewFile']>(async () => ({}) as never);
    const { actions } = create({ 'data/previewFile': previewFile });
    await actions.load(file);
    await actions.previewFile({ mapping: { user: 1 } });
    expect(previewFile).toHaveBeenCalledWith({ source: { kind: 'file', file }, answers: { mapping: { user: 1 } } });
  });
});

test('what is deleted is gone from the list, and is put back as it was by undoing that', async () => {
  const { actions, state, lab } = create({ 'data/keptData': async () => KEPT });
  await actions.start();
  await settle();
  expect(state().kept.sets).toHaveLength(1);
  await actions.forgetKept('x');
  expect(state()).toMatchObject({ kept: { sets: [] }, undone: { toast: { words: 'MovieLens 1M deleted from this browser.' } } });
  await actions.undo();
  expect(lab['data/putBackData']).toHaveBeenCalledWith({ record: REMOVED });
  expect(state().kept.sets).toEqual(KEPT.sets);
  await actions.redo();
  expect(state().kept.sets).toEqual([]);
});

describe('a file of the visitor’s own', () => {
  const file = new File(['a,b'], 'own.csv');

  test('is kept only once they have said so, who are asked once', async () => {
    const { actions, state, lab } = create();
    await actions.load(file);
    expect(selectAsksToKeep(state())).toBe(true);
    expect(lab['data/keepData']).not.toHaveBeenCalled();
    actions.keepOwnFiles(true);
    expect(lab['data/keepData']).toHaveBeenCalledOnce();
    expect(selectAsksToKeep(state())).toBe(false);
    await actions.load(new File(['c'], 'other.csv'));
    expect(lab['data/keepData']).toHaveBeenCalledTimes(2);
    expect(selectAsksToKeep(state())).toBe(false);
  });

  test('is not kept where they have said no; neither is what an address of their own gives', async () => {
    const { actions, state, lab } = create();
    await actions.load(file);
    actions.keepOwnFiles(false);
    await actions.load({ kind: 'url', url: 'https://example.org/a.zip' });
    expect(selectAsksToKeep(state())).toBe(false);
    expect(lab['data/keepData']).not.toHaveBeenCalled();
    await actions.download(GROUPLENS);
    expect(lab['data/keepData']).toHaveBeenCalledOnce();
  });

  test('is no part of the address, which says that there was one; going back to that loads it again', async () => {
    const { actions, address, open, loads } = create();
    await actions.load(file);
    expect(address()).toMatch(/^#data=file/);
    expect(address()).not.toContain('own');
    await actions.load('synthetic-1m');
    open('#data=file');
    await settle();
    expect(loads().at(-1)).toEqual({ kind: 'file', file });
  });

  test('that somebody else had is missed, and said to be', async () => {
    const { actions, state, loads } = create({}, '#data=file');
    await actions.start();
    expect(loads()).toEqual([{ kind: 'bundled', url: URLS.bundled }]);
    expect(state().addressProblems).toMatchObject([{ group: 'data', message: expect.stringContaining('a file of ratings') }]);
    await actions.load('synthetic-1m');
    expect(state().addressProblems).toEqual([]);
  });

  test('is there again after a reload where it is kept', async () => {
    const { actions, loads, state } = create({ 'data/keptData': async () => KEPT }, '#data=file');
    await actions.start('x');
    expect(loads()).toEqual([{ kind: 'kept', id: 'x' }]);
    expect(state().addressProblems).toEqual([]);
  });
});

describe('after the lab was started anew', () => {
  const CRASH = { code: 'crashed', message: 'The worker stopped.', remedy: 'Try once more.' } as const;

  test('what was loaded comes back, with the answers that it asked for', async () => {
    const { actions, state, loads } = create();
    const file = new File(['a,b'], 'own.csv');
    await actions.load(file);
    await actions.answer({ unverified: true });
    await actions.recover(CRASH);
    expect(loads().at(-1)).toMatchObject({ kind: 'file', file, unverified: true });
    expect(state().data.run.phase).toBe('done');
  });

  test('what was on its way is not loaded again unasked: the cell says why, and offers it', async () => {
    const { actions, state, loads } = create({});
    await actions.load('bundled');
    void actions.load('synthetic-1m');
    await actions.recover(CRASH);
    expect(loads().at(-1)).toMatchObject({ kind: 'bundled' });
    expect(state().data).toMatchObject({
      run: { phase: 'failed', error: CRASH },
      loaded: 'bundled',
      wanted: 'synthetic-1m',
    });
    await actions.load();
    expect(state().data).toMatchObject({ run: { phase: 'done' }, loaded: 'synthetic-1m' });
  });
});
