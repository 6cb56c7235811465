import { describe, expect, test, vi } from 'vitest';
import type { Recommendation } from '../cells/recommend/contract.ts';
import { UNCLEANED } from '../core/clean/cleaning.ts';
import type { DataSummary } from '../core/data-summary.ts';
import { LabError } from '../core/errors.ts';
import type { RawId } from '../core/ids.ts';
import type { EpochReport, RunEvent, RunStart, RunSummary } from '../core/run-report.ts';
import { defaultsFor } from '../core/settings/defaults.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { selectConfiguration, selectRecommendStatus, selectTrainStatus, selectUserData } from '../state/selectors.ts';
import { type LabCalls, openNotebook, URLS } from './notebook.fixture.ts';

const DATA = { firstUserId: 1, lastUserId: 671, ratings: 100_004 } as DataSummary;
const SUMMARY: RunSummary = {
  runId: 'one',
  outcome: 'done',
  taken: null,
  seconds: 3,
  test: null,
  tensors: { before: 5, after: 5 },
};
const fail = (code: LabError['code']) => async () => {
  throw new LabError(code, 'It did not work.', 'Do something else.');
};

/** Lets everything happen that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A lab that trains until it is told that the run is over. */
function create(calls: Partial<LabCalls> = {}) {
  let endTraining: (summary: RunSummary) => void = () => {};
  const fakes = {
    'data/load': vi.fn<LabCalls['data/load']>(async () => DATA),
    'explore/view': vi.fn<LabCalls['explore/view']>(async ({ filters }) => ({ filters }) as never),
    'split/report': vi.fn<LabCalls['split/report']>(async ({ settings }) => ({ settings }) as never),
    'train/start': vi.fn<LabCalls['train/start']>(
      () =>
        new Promise((resolve) => {
          endTraining = resolve;
        }),
    ),
    'recommend/pickUser': vi.fn<LabCalls['recommend/pickUser']>(async (request) =>
      request.kind === 'beside' ? Number(request.of) + request.by : 7,
    ),
    'recommend/recommend': vi.fn<LabCalls['recommend/recommend']>(async ({ userId }) => ({ userId }) as Recommendation),
    'train/pause': vi.fn<LabCalls['train/pause']>(async () => undefined),
    'train/resume': vi.fn<LabCalls['train/resume']>(async () => undefined),
    'train/step': vi.fn<LabCalls['train/step']>(async () => undefined),
  };
  const lab = { ...fakes, ...calls };
  const notebook = openNotebook(lab);
  const state = notebook.store.getState;
  const report = (event: RunEvent): void => notebook.optionsOf('train/start').onProgress?.(event as never);
  return {
    lab: lab as typeof fakes,
    state,
    ...notebook,
    /** What the lab tells of a run's first epoch. */
    firstEpoch(data = DATA): void {
      const run = { runId: 'one', configuration: selectConfiguration(state()), data } as RunStart;
      report({ kind: 'run-started', run, epochs: [] });
      report({ kind: 'epoch', epoch: { epoch: 1 } as EpochReport });
      report({ kind: 'weights-in-use' });
    },
    epoch: (epoch: number) => report({ kind: 'epoch', epoch: { epoch } as EpochReport }),
    endTraining: (summary = SUMMARY) => endTraining(summary),
  };
}

/** Loaded and trained. */
async function trained(calls: Partial<LabCalls> = {}) {
  const book = create(calls);
  await book.actions.load();
  const training = book.actions.train();
  book.firstEpoch();
  book.endTraining();
  await training;
  await settle();
  return book;
}

describe('exploring', () => {
  test('follows the filters, one call at a time, the last of them at the end; other data starts without filters', async () => {
    const { actions, state, lab } = create();
    await actions.load();
    await settle();
    expect(lab['explore/view']).toHaveBeenCalledTimes(1);
    for (const bin of [1, 2, 3]) actions.filterBy('stars', [bin]);
    await settle();
    expect(lab['explore/view']).toHaveBeenCalledTimes(3);
    expect(state().explore).toMatchObject({ run: { phase: 'done' }, view: { filters: { stars: [3] } } });
    actions.filterBy('genre', [0]);
    actions.filterBy('stars', []);
    expect(state().explore.filters).toEqual({ genre: [0] });
    lab['data/load'].mockResolvedValueOnce({ ...DATA, ratings: 5 });
    await actions.load('synthetic-1m');
    await settle();
    expect(state().explore).toMatchObject({ filters: {}, view: { filters: {} } });
  });
});

describe('the split', () => {
  test('is described as soon as there is data, and again when its settings or the data change, not otherwise', async () => {
    const { actions, state, lab } = create();
    actions.set('testShare', 0.2);
    expect(lab['split/report']).not.toHaveBeenCalled();
    await actions.load();
    await settle();
    expect(lab['split/report']).toHaveBeenCalledTimes(1);
    expect(state().split).toMatchObject({ run: { phase: 'done' }, report: { settings: { testShare: 0.2, split: 'random' } } });
    actions.set('epochs', 3);
    actions.set('validationShare', 0.2);
    await settle();
    expect(lab['split/report']).toHaveBeenCalledTimes(2);
    lab['data/load'].mockResolvedValueOnce({ ...DATA, ratings: 5 });
    await actions.load('synthetic-1m');
    await settle();
    expect(lab['split/report']).toHaveBeenCalledTimes(3);
  });

  test('that cannot be made says why, in its own cell', async () => {
    const { actions, state } = create({ 'split/report': fail('no-split') });
    await actions.load();
    await settle();
    expect(state().split.run).toMatchObject({ phase: 'failed', error: { code: 'no-split' } });
    expect(state().data.run.phase).toBe('done');
  });
});

describe('from data to recommendations', () => {
  test('loading shows what was loaded and puts the first user into the field', async () => {
    const { actions, state, lab } = create();
    const loading = actions.load();
    expect(state().data.run.phase).toBe('running');
    await loading;
    expect(lab['data/load']).toHaveBeenCalledWith({ source: { kind: 'bundled', url: URLS.bundled } });
    expect(state().data).toEqual({
      run: { phase: 'done' },
      progress: null,
      wanted: 'bundled',
      answers: {},
      loadedAnswers: {},
      cleaning: UNCLEANED,
      loaded: 'bundled',
      summary: DATA,
      source: 'bundled',
      asked: false,
    });
    expect(state().recommend.userText).toBe('1');
    expect(lab['recommend/recommend']).not.toHaveBeenCalled();
  });

  test('a user who is typed already stays', async () => {
    const { actions, state, open } = create();
    open('#user=15');
    await actions.load();
    expect(state().recommend.userText).toBe('15');
  });

  test('training uses what the controls show', async () => {
    const { actions, lab, state } = create();
    actions.set('epochs', 3);
    void actions.train();
    expect(state().training.run.phase).toBe('running');
    expect(lab['train/start']).toHaveBeenCalledWith({
      configuration: expect.objectContaining({ model: 'dot', epochs: 3 }),
      pacing: { waits: false, haltsAt: null },
    });
  });

  test('the first epoch recommends, the end recommends again', async () => {
    const book = create();
    await book.actions.load();
    const training = book.actions.train();
    book.firstEpoch();
    await settle();
    expect(book.state().recommend).toEqual({
      choices: {},
      run: { phase: 'done' },
      userText: '1',
      place: null,
      result: { userId: 1 },
    });
    const before = book.lab['recommend/recommend'].mock.calls.length;
    book.endTraining();
    await training;
    expect(book.state().training).toMatchObject({ run: { phase: 'done' }, summary: SUMMARY, progress: null });
    expect(book.lab['recommend/recommend'].mock.calls.length).toBeGreaterThan(before);
    expect(book.lab['recommend/recommend']).toHaveBeenLastCalledWith({
      userId: 1,
      count: 5,
      minRatings: DEFAULTS.dot.minRatings,
    });
  });

  test('while a run goes on its epochs recommend every now and then, the last of them in any case', async () => {
    const book = create();
    const calls = () => book.lab['recommend/recommend'].mock.calls.length;
    await book.actions.load();
    vi.useFakeTimers();
    const training = book.actions.train();
    book.firstEpoch();
    await vi.advanceTimersByTimeAsync(0);
    const first = calls();
    for (const epoch of [2, 3, 4]) {
      book.epoch(epoch);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(calls()).toBe(first);
    await vi.advanceTimersByTimeAsync(500);
    expect(calls()).toBe(first + 1);
    book.epoch(5);
    book.endTraining();
    await training;
    await vi.advanceTimersByTimeAsync(0);
    vi.useRealTimers();
    expect(calls()).toBe(first + 2);
  });

  test('a request for other recommendations is answered at once, and nothing is stale', async () => {
    const book = await trained();
    book.actions.set('minRatings', 40);
    await settle();
    expect(book.lab['recommend/recommend']).toHaveBeenLastCalledWith({ userId: 1, count: 5, minRatings: 40 });
    expect(selectRecommendStatus(book.state())).toBe('done');
    expect(selectTrainStatus(book.state())).toBe('done');
  });

  test('another user is answered at once', async () => {
    const { actions, state } = await trained();
    await actions.recommend('15');
    expect(state().recommend).toEqual({
      choices: {},
      run: { phase: 'done' },
      userText: '15',
      place: null,
      result: { userId: 15 },
    });
  });

  test('steps follow one another, however fast they are asked for', async () => {
    const { actions, state } = await trained();
    await Promise.all([actions.pickUser(1), actions.pickUser(1), actions.pickUser(1), actions.pickUser(-1)]);
    await settle();
    expect(state().recommend).toMatchObject({ userText: '3', result: { userId: 3 } });
    await actions.pickUser('random');
    expect(state().recommend.userText).toBe('7');
  });

  test('an answer that comes late does not replace a newer one', async () => {
    const answers = new Map<RawId, (result: Recommendation) => void>();
    const book = await trained();
    book.lab['recommend/recommend'].mockImplementation(({ userId }) => new Promise((resolve) => answers.set(userId, resolve)));
    const [first, second] = [book.actions.recommend('2'), book.actions.recommend('3')];
    answers.get(3)?.({ userId: 3 } as Recommendation);
    answers.get(2)?.({ userId: 2 } as Recommendation);
    await Promise.all([first, second]);
    expect(book.state().recommend).toMatchObject({ userText: '3', result: { userId: 3 }, run: { phase: 'done' } });
  });

  test('a button that the lab cannot obey fails the run, and says so', async () => {
    const book = create({ 'train/pause': fail('crashed') });
    await book.actions.load();
    void book.actions.train();
    await book.actions.pause();
    expect(book.state().training.run).toMatchObject({ phase: 'failed', error: { code: 'crashed' } });
  });

  test('a second Train while one goes is not a second run', async () => {
    const { actions, lab } = create();
    void actions.train();
    await actions.train();
    expect(lab['train/start']).toHaveBeenCalledTimes(1);
  });

  test('a new run starts with an empty curve, but the old weights stay in use', async () => {
    const { actions, state } = await trained();
    void actions.train();
    const { epochs, summary, progress, start, inUse } = state().training;
    expect([epochs, summary, progress, start]).toEqual([[], null, null, null]);
    expect(inUse).toMatchObject({ runId: 'one' });
  });
});

describe('other data', () => {
  const SMALL = { name: 'own.zip', sha256: 'abc', ratings: 50, firstUserId: 100, lastUserId: 139 } as DataSummary;
  const file = new File(['x'], 'own.zip');

  test('is what is chosen, and what Retry loads again', async () => {
    const { actions, lab, state } = create();
    await actions.load('synthetic-1m');
    expect(lab['data/load']).toHaveBeenLastCalledWith({ source: expect.objectContaining({ kind: 'synthetic', seed: 1 }) });
    expect(state().data).toMatchObject({ wanted: 'synthetic-1m', loaded: 'synthetic-1m' });
    lab['data/load'].mockImplementationOnce(fail('data-not-zip'));
    await actions.load(file);
    expect(state().data).toMatchObject({ wanted: file, loaded: 'synthetic-1m', summary: DATA });
    await actions.load();
    expect(lab['data/load']).toHaveBeenLastCalledWith({ source: { kind: 'file', file } });
    expect(state().data).toMatchObject({ wanted: file, loaded: file });
  });

  test('asked for last is shown, whichever arrives last', async () => {
    const arrivals: ((summary: DataSummary) => void)[] = [];
    const book = create({ 'data/load': () => new Promise((resolve) => arrivals.push(resolve)) });
    const both = [book.actions.load('synthetic-1m'), book.actions.load(file)];
    arrivals[1]?.(SMALL);
    arrivals[0]?.(DATA);
    await Promise.all(both);
    expect(book.state().data).toMatchObject({ loaded: file, summary: SMALL, run: { phase: 'done' } });
  });

  test('without a model, brings its own first user where it does not know the one that is typed', async () => {
    const { actions, state, lab, open } = create();
    open('#user=15');
    await actions.load();
    lab['data/load'].mockImplementationOnce(async () => SMALL);
    await actions.load(file);
    expect(state().recommend.userText).toBe('100');
    lab['data/load'].mockImplementationOnce(async () => SMALL);
    await actions.recommend('120');
    await actions.load(file);
    expect(state().recommend.userText).toBe('120');
  });

  test('brings whom it begins with where nobody was chosen, even if the number is one of its users', async () => {
    const { actions, state, lab } = create();
    const first = (userId: number) => ({ userId, ratings: 9, known: 1, genres: null });
    lab['data/load'].mockImplementationOnce(async () => ({ ...DATA, shownFirst: first(121) }));
    await actions.load();
    expect(state().recommend.userText).toBe('121');
    lab['data/load'].mockImplementationOnce(async () => ({ ...SMALL, shownFirst: first(130) }));
    await actions.load(file);
    expect(state().recommend.userText).toBe('130');
  });

  test('makes the run stale; its users stay those that it was trained on, until a run on the other data takes over', async () => {
    const book = await trained();
    await book.actions.recommend('15');
    book.lab['data/load'].mockImplementationOnce(async () => SMALL);
    await book.actions.load(file);
    expect([selectTrainStatus(book.state()), selectRecommendStatus(book.state())]).toEqual(['stale', 'stale']);
    expect(selectUserData(book.state())).toBe(DATA);
    await book.actions.recommend('671');
    expect(book.state().recommend).toMatchObject({ run: { phase: 'done' }, result: { userId: 671 } });

    const training = book.actions.train();
    book.firstEpoch(SMALL);
    book.endTraining();
    await training;
    await settle();
    expect(selectUserData(book.state())).toBe(SMALL);
    expect(book.state().recommend).toMatchObject({ userText: '100', run: { phase: 'done' }, result: { userId: 100 } });
  });

  test('is brought by an address: before the first load by that, later at once', async () => {
    const { actions, state, lab, open } = create();
    open('#data=synthetic-1m');
    expect(lab['data/load']).not.toHaveBeenCalled();
    await actions.load();
    expect(state().data.loaded).toBe('synthetic-1m');
    open('#data=synthetic-1m&epochs=3');
    expect(lab['data/load']).toHaveBeenCalledTimes(1);
    open('#epochs=3');
    await settle();
    expect(state().data.loaded).toBe('bundled');
  });

  test('of a file stays when an address says that there is one', async () => {
    const { actions, state, lab, open } = create();
    await actions.load(file);
    open('#data=file&epochs=3');
    await settle();
    expect(state().data.loaded).toBe(file);
    expect(lab['data/load']).toHaveBeenCalledTimes(1);
  });

  test('that is chosen clears what the address got wrong about data', async () => {
    const { actions, state, open } = create();
    open('#data=nonsense&x=1');
    await actions.load();
    expect(state().addressProblems.map(({ group }) => group)).toEqual(['data', 'page']);
    await actions.load('bundled');
    expect(state().addressProblems.map(({ group }) => group)).toEqual(['page']);
  });
});

describe('stale', () => {
  test('where a list is learned both embeddings have the size that either was given last', () => {
    const { actions, state } = create();
    actions.set('userFactors', 9);
    expect(selectConfiguration(state())).toMatchObject({ userFactors: 9, movieFactors: 9 });
    actions.set('movieFactors', 12);
    expect(selectConfiguration(state())).toMatchObject({ userFactors: 12, movieFactors: 12, listWeight: 0.8 });
    actions.set('listWeight', 0);
    actions.set('userFactors', 7);
    expect(selectConfiguration(state())).toMatchObject({ userFactors: 7, movieFactors: 12 });
    actions.set('listWeight', 0.8);
    expect(selectConfiguration(state())).toMatchObject({ userFactors: 7, movieFactors: 12, listWeight: 0 });
    actions.set('movieFactors', 50);
    expect(selectConfiguration(state())).toMatchObject({ userFactors: 7, movieFactors: 50 });
  });

  test('a changed setting makes the run and its recommendations stale; setting it back undoes that', async () => {
    const { actions, state } = await trained();
    const status = () => [selectTrainStatus(state()), selectRecommendStatus(state())];
    expect(status()).toEqual(['done', 'done']);
    actions.set('seed', DEFAULTS.dot.seed + 1);
    expect(status()).toEqual(['stale', 'stale']);
    actions.set('seed', DEFAULTS.dot.seed);
    expect(status()).toEqual(['done', 'done']);
    actions.set('userFactors', 9);
    expect(status()).toEqual(['stale', 'stale']);
    actions.reset('model');
    expect(status()).toEqual(['done', 'done']);
  });
});

describe('pausing', () => {
  test('pause and resume change the phase once the lab has done so', async () => {
    let halted: () => void = () => {};
    const pause = () =>
      new Promise<void>((resolve) => {
        halted = resolve;
      });
    const { actions, state } = create({ 'train/pause': pause });
    void actions.train();
    const pausing = actions.pause();
    expect(state().training.run.phase).toBe('running');
    halted();
    await pausing;
    expect(state().training.run.phase).toBe('paused');
    await actions.resume();
    expect(state().training.run.phase).toBe('running');
  });

  test('a pause that comes too late leaves the run done', async () => {
    const { actions, state } = await trained();
    await actions.pause();
    expect(state().training.run.phase).toBe('done');
  });

  test('a stopped run is done, with its outcome', async () => {
    const { actions, state, endTraining, optionsOf } = create();
    const training = actions.train();
    await actions.pause();
    actions.stop();
    expect(optionsOf('train/start').signal?.aborted).toBe(true);
    endTraining({ ...SUMMARY, outcome: 'stopped' });
    await training;
    expect(state().training).toMatchObject({ run: { phase: 'done' }, summary: { outcome: 'stopped' } });
  });

  test('a step is as large as asked', async () => {
    const { actions, lab } = create();
    void actions.train();
    await actions.pause();
    await actions.step('epoch');
    expect(lab['train/step']).toHaveBeenCalledWith({ grain: 'epoch' });
  });
});

describe('failures show in their own cell', () => {
  const failed = (code: string) => ({
    phase: 'failed',
    error: { code, message: 'It did not work.', remedy: 'Do something else.' },
  });

  test('loading: what was loaded before stays', async () => {
    const { actions, state, lab } = create();
    await actions.load();
    lab['data/load'].mockImplementationOnce(fail('data-altered'));
    await actions.load();
    expect(state().data.run).toEqual(failed('data-altered'));
    expect(state().data.summary).toBe(DATA);
  });

  test('training: the curve so far and the weights in use stay', async () => {
    const { actions, state } = create({ 'train/start': fail('diverged') });
    await actions.train();
    expect(state().training.run).toEqual(failed('diverged'));
    expect(state().recommend.run.phase).toBe('ready');
  });

  test('training works again afterwards', async () => {
    const { actions, state, lab, endTraining } = create();
    lab['train/start'].mockImplementationOnce(fail('diverged'));
    await actions.train();
    const training = actions.train();
    expect(state().training.run.phase).toBe('running');
    endTraining();
    await training;
    expect(state().training.run.phase).toBe('done');
  });

  test.each([
    ['abc', '“abc” is not a user ID.'],
    ['672', 'There is no user 672.'],
    ['', 'No user ID is typed.'],
  ])('recommending for “%s”: the lab is not asked', async (text, message) => {
    const { actions, state, lab } = await trained();
    lab['recommend/recommend'].mockClear();
    await actions.recommend(text);
    expect(state().recommend.userText).toBe(text);
    expect(state().recommend.run).toEqual({
      phase: 'failed',
      error: { code: 'unknown-user', message, remedy: 'Type a whole number from 1 to 671.' },
    });
    expect(lab['recommend/recommend']).not.toHaveBeenCalled();
  });

  test('the lab as a whole', () => {
    const { actions, state } = create();
    const error = { code: 'crashed', message: 'm', remedy: 'r' } as const;
    actions.fail(error);
    expect(state().labError).toBe(error);
  });
});

describe('settings', () => {
  test('are made to fit; what cannot is ignored', () => {
    const { actions, state } = create();
    actions.set('epochs', 1e9);
    expect(state().overrides).toEqual({ epochs: 200 });
    actions.set('epochs', Number.NaN);
    expect(state().overrides).toEqual({ epochs: 200 });
    actions.set('epochs', DEFAULTS.dot.epochs);
    expect(state().overrides).toEqual({});
  });

  test('start where the size of the data says; what was set stays when other data is loaded', async () => {
    const large = { ...DATA, ratings: 1_000_209 };
    const { actions, state, open } = create({
      'data/load': vi.fn<LabCalls['data/load']>(async ({ source }) => (source.kind === 'bundled' ? DATA : large)),
    });
    open('#biasL2=0.01');
    await actions.start();
    actions.set('l2', 0.2);
    expect(selectConfiguration(state())).toEqual({ ...defaultsFor({}, 'small'), l2: 0.2 });
    await actions.load('synthetic-1m');
    expect(selectConfiguration(state())).toEqual({ ...defaultsFor({}, 'large'), l2: 0.2, biasL2: 0.01 });
    actions.set('l2', defaultsFor({}, 'large').l2);
    actions.reset('training');
    expect(selectConfiguration(state())).toEqual(defaultsFor({}, 'large'));
  });

  test('a reset takes back one group and leaves the others and the model', () => {
    const { actions, state, open } = create();
    open('#model=mlp&userFactors=9&epochs=3&seed=7');
    actions.reset('training');
    expect(state().overrides).toEqual({ model: 'mlp', userFactors: 9, seed: 7 });
    actions.reset('model');
    expect(state().overrides).toEqual({ model: 'mlp', seed: 7 });
    actions.reset('split');
    expect(state().overrides).toEqual({ model: 'mlp' });
  });

  test('an address brings its settings, its user and its problems', () => {
    const { state, open } = create();
    open('#seed=7&user=15&x=1');
    expect(state().overrides).toEqual({ seed: 7 });
    expect(state().recommend.userText).toBe('15');
    expect(state().addressProblems).toHaveLength(1);
  });

  test('a setting that is set clears what the address got wrong about its group', () => {
    const { actions, state, open } = create();
    open('#epochs=abc&seed=abc&x=1');
    actions.set('learningRate', 0.01);
    expect(state().addressProblems.map(({ group }) => group)).toEqual(['split', 'page']);
  });
});
