import { beforeEach, describe, expect, test, vi } from 'vitest';
import { READY } from '../core/cell-machine.ts';
import type { DataSummary } from '../core/data-summary.ts';
import { LabError } from '../core/errors.ts';
import { testRecord } from '../core/run-record.fixture.ts';
import { type RunRecord, recordedData } from '../core/run-record.ts';
import { FACTORS, RATES, testSweep } from '../core/sweep/sweep.fixture.ts';
import { createNotebook, type Notebook } from '../state/notebook.ts';
import { settingsSlice } from '../state/settings.ts';
import { runsSlice } from './runs/slice.ts';
import type { TrialRequest } from './sweep/contract.ts';
import { selectTrials } from './sweep/selectors.ts';
import { sweepSlice } from './sweep/slice.ts';

const SUMMARY = { name: 'Some', sha256: null, ratings: 90_000, layout: null } as unknown as DataSummary;
const KEPT = { weights: [], problem: null };
const SWEEP = testSweep();

/** What the browser keeps from one page to the next. */
let stored: Map<string, RunRecord>;
let storage: Map<string, string>;
let asked: number[];
/** How many trials the worker trains side by side. */
let atOnce: number;
let notebook: Notebook;
/** Answers the trials, after those of before. */
let train: (request: TrialRequest, signal: AbortSignal) => Promise<RunRecord>;

const recordFor = ({ configuration, group }: TrialRequest): RunRecord => {
  const error = 0.8 + Math.abs(Math.log10(configuration.learningRate / 0.01)) / 10 + configuration.userFactors / 1000;
  const epochs = [{ epoch: 1, trainError: error, validationError: error, seconds: 2 }];
  const startedAt = 10_000 * group.place;
  return testRecord(
    {},
    { id: `${group.id}-${group.place}`, origin: 'sweep', group, epochs, configuration, startedAt, seconds: 2 },
  );
};

/** The page as it opens, with the data loaded. */
function openPage(summary: DataSummary = SUMMARY): void {
  const lab: Record<string, (args: never, signal: AbortSignal) => Promise<unknown>> = {
    'runs/list': async () => ({ records: [...stored.values()], ...KEPT }),
    'runs/put': async ({ records }: { records: readonly RunRecord[] }) => {
      for (const record of records) stored.set(record.id, record);
      return KEPT;
    },
    'sweep/atOnce': async () => atOnce,
    'sweep/trial': async (request: TrialRequest, signal) => {
      asked.push(request.group.place);
      return await train(request, signal);
    },
    'sweep/pause': async () => undefined,
    'sweep/resume': async () => undefined,
  };
  const others = {
    initial: { data: { run: READY, summary: null } as never, training: { run: READY, start: null } as never },
    create: () => ({ actions: { dismissAddressProblems: () => undefined } }),
  };
  const never = new AbortController().signal;
  notebook = createNotebook(
    { call: async (name, args, { signal = never } = {}) => await lab[name]?.(args as never, signal) },
    [others, settingsSlice, runsSlice, sweepSlice],
    { page: '', bundled: '' },
  );
  load(summary);
}

const load = (summary: DataSummary): void =>
  notebook.store.setState(({ data }) => ({ data: { ...data, run: { phase: 'done' }, summary } }));
const state = () => notebook.store.getState();
const errors = () => [...selectTrials(state())].map(([place, { epochs }]) => [place, epochs[0]?.validationError]);
const whenAsked = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
/** Never answers. */
const hangs = () => new Promise<never>(() => undefined);
/** Like a worker: ends when it is stopped. */
const untilStopped = (_: TrialRequest, signal: AbortSignal) =>
  new Promise<never>((__, reject) =>
    signal.addEventListener('abort', () => reject(new LabError('cancelled', 'Stopped.', 'Go on.'))),
  );

beforeEach(() => {
  [stored, storage, asked, atOnce] = [new Map(), new Map(), [], 1];
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  train = async (request) => recordFor(request);
  openPage();
});

/** What a sweep comes to that nothing disturbs. */
async function undisturbed() {
  await notebook.actions.startSweep(SWEEP);
  const whole = errors();
  stored.clear();
  asked = [];
  return whole;
}

test('a sweep starts as it is set, also where that was changed by the click that starts it', async () => {
  void notebook.actions.setSweep(SWEEP);
  await notebook.actions.startSweep();
  const found = errors();
  expect(found).toHaveLength(asked.length);
  stored.clear();
  asked = [];
  openPage();
  await notebook.actions.startSweep(SWEEP);
  expect(found).toEqual(errors());
});

test('a sweep trains its trials in order, and they are ordinary runs', async () => {
  await notebook.actions.startSweep(SWEEP);
  expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
  expect(state().sweep).toMatchObject({ run: { phase: 'done' }, epochsUnderWay: null });
  expect(state().runs.records).toHaveLength(6);
  expect(stored.size).toBe(6);
});

describe('trials side by side', () => {
  beforeEach(() => {
    atOnce = 2;
  });

  test('come to the same, however long each takes, and the last of all has no other beside it', async () => {
    const whole = await undisturbed();
    const alone: number[] = [];
    train = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, request.group.place % 2 === 0 ? 6 : 1));
      if (!request.isBeside) alone.push(request.group.place);
      return recordFor(request);
    };
    await notebook.actions.startSweep(testSweep({ axes: [{ ...RATES, steps: 2 }, FACTORS], rounds: 'halving' }));
    expect(asked).toHaveLength(4 + 1);
    expect(state().sweep.run.phase).toBe('done');
    expect(alone).toEqual([asked.at(-1)]);
    stored.clear();
    openPage();
    await notebook.actions.startSweep(SWEEP);
    expect(errors().toSorted()).toEqual(whole.toSorted());
  });

  test('are no more than the worker says, and all end with the one that fails', async () => {
    let [going, most] = [0, 0];
    train = async (request, signal) => {
      most = Math.max(most, ++going);
      if (request.group.place === 3) throw new LabError('no-engine', 'It broke.', 'Try again.');
      await (request.group.place > 1 ? untilStopped(request, signal) : undefined);
      going--;
      return recordFor(request);
    };
    await notebook.actions.startSweep(SWEEP);
    expect(most).toBe(2);
    expect(state().sweep.run).toMatchObject({ phase: 'failed', error: { message: 'It broke.' } });
    expect(errors()).toHaveLength(2);
  });

  test('both begin again where the worker crashed, once the data is back', async () => {
    const whole = await undisturbed();
    openPage();
    let crashes = 0;
    train = async (request) => {
      if (request.group.place < 2 || crashes === 2) return recordFor(request);
      crashes++;
      notebook.store.setState(({ data }) => ({ data: { ...data, run: { phase: 'running' } } }));
      setTimeout(() => load(SUMMARY));
      throw new LabError('crashed', 'The worker stopped.', 'Try again.');
    };
    await notebook.actions.startSweep(SWEEP);
    expect(errors().toSorted()).toEqual(whole.toSorted());
    expect(asked.toSorted()).toEqual([0, 1, 2, 2, 3, 3, 4, 5]);
  });
});

describe('a sweep that was ended', () => {
  test('by closing the page, after any trial, goes on with the same numbers', async () => {
    const whole = await undisturbed();
    for (let ended = 0; ended < 6; ended++) {
      stored.clear();
      asked = [];
      openPage();
      train = (request) => (request.group.place < ended ? Promise.resolve(recordFor(request)) : hangs());
      void notebook.actions.startSweep(SWEEP);
      await whenAsked(ended + 1);
      openPage();
      train = async (request) => recordFor(request);
      await notebook.actions.findSweep();
      await notebook.actions.goOnWithSweep();
      expect(errors().toSorted()).toEqual(whole.toSorted());
      expect(asked).toEqual([...Array.from({ length: ended + 1 }, (_, place) => place), ...[0, 1, 2, 3, 4, 5].slice(ended)]);
    }
  });

  test('by a worker that crashed goes on by itself once the data is back', async () => {
    const whole = await undisturbed();
    openPage();
    train = async (request) => {
      if (asked.length !== 3) return recordFor(request);
      notebook.store.setState(({ data }) => ({ data: { ...data, run: { phase: 'running' } } }));
      setTimeout(() => load(SUMMARY));
      throw new LabError('crashed', 'The worker stopped.', 'Try again.');
    };
    await notebook.actions.startSweep(SWEEP);
    expect(asked).toEqual([0, 1, 2, 2, 3, 4, 5]);
    expect(errors()).toEqual(whole);
    expect(state().sweep.run.phase).toBe('done');
  });

  test('by a worker that stays away says so, and loses nothing', async () => {
    train = async (request) => {
      if (request.group.place < 2) return recordFor(request);
      throw new LabError('crashed', 'The worker stopped.', 'Reload the page.');
    };
    await notebook.actions.startSweep(SWEEP);
    expect(state().sweep.run).toMatchObject({ phase: 'failed', error: { message: 'The worker stopped.' } });
    expect(errors()).toHaveLength(2);
  });

  test('by hand keeps its trials, and goes on', async () => {
    train = (request, signal) => (request.group.place < 2 ? Promise.resolve(recordFor(request)) : untilStopped(request, signal));
    const going = notebook.actions.startSweep(SWEEP);
    await whenAsked(3);
    await notebook.actions.stopSweep();
    await going;
    expect(state().sweep.run).toEqual(READY);
    train = async (request) => recordFor(request);
    await notebook.actions.goOnWithSweep();
    expect(asked).toEqual([0, 1, 2, 2, 3, 4, 5]);
  });
});

test('a sweep does not go on with other data', async () => {
  train = async (request) => {
    if (request.group.place === 2) {
      load({ ...SUMMARY, name: 'Others' });
      throw new LabError('cancelled', 'Stopped by a load.', 'Go on.');
    }
    return recordFor(request);
  };
  await notebook.actions.startSweep(SWEEP);
  expect(state().sweep.run).toEqual(READY);
  await notebook.actions.goOnWithSweep();
  expect(state().sweep.run).toMatchObject({ phase: 'failed', error: { message: expect.stringContaining('is on Some') } });
  expect(errors()).toHaveLength(2);
});

test('a time limit ends it after the trial that used it up', async () => {
  await notebook.actions.startSweep({ ...SWEEP, seconds: 3 });
  expect(asked).toEqual([0, 1]);
});

test('the trials of one sweep have the engine of the first', async () => {
  const engines: (string | null)[] = [];
  train = async (request) => {
    engines.push(request.engine);
    return recordFor(request);
  };
  await notebook.actions.startSweep(SWEEP);
  expect(engines).toEqual([null, 'simd', 'simd', 'simd', 'simd', 'simd']);
});

test('the sweep is in the address, and its plan is found at the next visit', async () => {
  await notebook.actions.startSweep(SWEEP);
  const address = notebook.address();
  openPage();
  notebook.open(address);
  expect(notebook.address()).toBe(address);
  await notebook.actions.findSweep();
  expect(state().sweep.plan?.data).toEqual(recordedData(SUMMARY));
});

test('a plan that another version of the page has left is not taken up', async () => {
  storage.set('matinee.sweep', '{"axes": 7}');
  await notebook.actions.findSweep();
  expect(state().sweep.plan).toBeNull();
});
