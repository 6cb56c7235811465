import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import type { Helper } from '../../core/ask-for-helper.ts';
import type { DataOrigin } from '../../core/data-source.ts';
import { LabError } from '../../core/errors.ts';
import { buildRatings } from '../../core/join-ratings.ts';
import { createRandom } from '../../core/random.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunEvent } from '../../core/run-report.ts';
import { resolve } from '../../core/settings/defaults.ts';
import type { Engine } from '../../engines/engine.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import { createBesideTrainer } from '../../lab/beside/beside-trainer.ts';
import { createLanes } from '../../lab/beside/lanes.ts';
import type { TrainerTask } from '../../lab/beside/messages.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import { openTestLab, type TestLab } from '../lab.fixture.ts';
import type { SweepCalls, TrialRequest } from './contract.ts';
import { handlers } from './lab.ts';

// The first host may have to compile the kernels.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ORIGIN = { kind: 'bundled', name: 'Made up', file: 'made.zip', url: 'made.zip', sha256: null } as unknown as DataOrigin;
const SOURCE = { source: { kind: 'bundled', url: 'made.zip' } } as const;
const SMALL = resolve({ epochs: 3, userFactors: 8, movieFactors: 8, batchSize: 64, minRatings: 1, testShare: 0.1 });

function madeUp() {
  const random = createRandom(3, 'ratings');
  const pairs = Array.from({ length: 1200 }, (_, at) => at).filter(() => random.next() < 0.5);
  return buildRatings(
    {
      users: Int32Array.from(pairs, (at) => at % 30),
      movies: Int32Array.from(pairs, (at) => Math.floor(at / 30)),
      stars: Float32Array.from(pairs, () => 1 + Math.floor(5 * random.next())),
      timestamps: null,
    },
    [],
  );
}

/** The workers for trials side by side that were asked for. */
let helpers: Helper[];
let engine: Engine;

/** A worker that trains, in this thread: what is told and answered is copied, as between threads. */
function openHelper(): Helper {
  const trainer = createBesideTrainer(
    async () => engine,
    (message) => queueMicrotask(() => helper.onmessage?.({ data: structuredClone(message) })),
  );
  const helper: Helper = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer = []) => void trainer(structuredClone(message, { transfer }) as TrainerTask),
    terminate: () => undefined,
  };
  helpers.push(helper);
  return helper;
}

let lab: TestLab;
let sweep: HandlersOf<SweepCalls>;
let events: RunEvent[];
/** The embedding sizes that an engine was chosen for. */
let chosenFor: number[];

beforeEach(async () => {
  events = [];
  chosenFor = [];
  const host = await createNodeHost(1);
  helpers = [];
  engine = {
    name: 'simd',
    label: 'simd',
    lost: new AbortController().signal,
    create: (options) => createSimdTrainer(options, host),
    tensors: () => 0,
  };
  const choose = async (_: unknown, { configuration }: { configuration: typeof SMALL }) => {
    chosenFor.push(configuration.userFactors);
    return { engine, reason: 'In Node.', checks: [] };
  };
  lab = openTestLab((event) => events.push(event), {
    loadData: async () => ({ ratings: madeUp(), origin: ORIGIN, file: null, notes: [], elapsed: { parse: 1 } }),
    choose,
  });
  sweep = handlers(lab.bench, (count, data) => createLanes(count, data, openHelper));
  await lab.load(SOURCE);
});

type Rounds = Pick<TrialRequest, 'from' | 'keeps' | 'limit' | 'isBeside'>;

function trial(
  place: number,
  configuration = SMALL,
  report: (share: number) => void = () => undefined,
  signal = new AbortController().signal,
  { from = null, keeps = [], limit = Number.POSITIVE_INFINITY, isBeside = false }: Partial<Rounds> = {},
) {
  const group = { id: 'sweep-1', place };
  const request = { configuration, group, engine: 'simd', from, keeps, limit, measure: 'rmse', isBeside } as const;
  return sweep.trial(request, { report, signal, transfer: () => undefined });
}

const silent = { report: () => undefined, signal: new AbortController().signal, transfer: () => undefined };

describe('a trial', () => {
  test('is a run of the same numbers as one by hand, without a look at the test part', async () => {
    const record = await trial(3);
    expect(record).toMatchObject({ origin: 'sweep', group: { id: 'sweep-1', place: 3 }, outcome: 'done', test: null });
    await lab.train({ configuration: SMALL });
    const byHand = events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch.validationError] : []));
    expect(record.epochs.map(({ validationError }) => validationError)).toEqual(byHand);
  });

  test('leaves the weights in use, the kept runs and what the page hears of the Train cell alone', async () => {
    await lab.train({ configuration: SMALL });
    const before = [lab.bench.inUse.peek(), await lab.keptRuns(), events.length];
    await trial(0, { ...SMALL, seed: 2 });
    expect([lab.bench.inUse.peek(), await lab.keptRuns(), events.length]).toEqual(before);
  });

  test('has a number of its own, the same when it is begun once more', async () => {
    const [first, second, again] = [await trial(0), await trial(1), await trial(0)];
    expect([first.number, second.number, again.number]).toEqual([1, 2, 1]);
    expect(again.epochs.map(({ trainError }) => trainError)).toEqual(first.epochs.map(({ trainError }) => trainError));
  });

  test('that diverges is recorded as failed, and the next one trains', async () => {
    expect(await trial(0, { ...SMALL, learningRate: 100, l2: 0, optimizer: 'sgd' })).toMatchObject({ outcome: 'failed' });
    expect(await trial(1)).toMatchObject({ outcome: 'done' });
  });

  test('of a model without steps is recorded too', async () => {
    expect(await trial(0, resolve({ model: 'bias' }))).toMatchObject({ outcome: 'done', engine: { name: 'closed-form' } });
  });

  test('does not choose the engine anew', async () => {
    const sizes = [5, 6, 7];
    for (const userFactors of sizes) await trial(userFactors, { ...SMALL, userFactors, movieFactors: userFactors });
    expect(chosenFor.filter((size) => sizes.includes(size))).toEqual([5]);
  });

  test('tells how much of it is done', async () => {
    const shares: number[] = [];
    await trial(0, SMALL, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

describe('a trial that goes on from another', () => {
  const errors = ({ epochs }: RunRecord) => epochs.map(({ trainError, validationError }) => [trainError, validationError]);
  const silently = (place: number, configuration: typeof SMALL, rounds: Parameters<typeof trial>[4]) =>
    trial(place, configuration, undefined, undefined, rounds);

  test.each([
    ['squared loss', {}],
    ['a list', { listWeight: 0.5 }],
    ['momentum', { optimizer: 'sgd', momentum: 0.9 }],
    ['early stopping', { patience: 1 }],
    ['pairs', { loss: 'bpr' }],
  ] as const)('comes to the numbers of one from the start: %s', async (_, settings) => {
    const configuration = { ...SMALL, ...settings, epochs: 6 };
    const first = await silently(0, { ...configuration, epochs: 2 }, { keeps: [0] });
    const longer = await silently(9, configuration, { from: 0, keeps: [0, 9] });
    // Not trained again: the time is the same as well.
    expect(longer.epochs.slice(0, 2)).toEqual(first.epochs);
    expect(errors(longer)).toEqual(errors(await silently(10, configuration, {})));
  });

  test('begins anew where the state is let go, or the sweep was ended, with the same numbers', async () => {
    const first = await silently(0, { ...SMALL, epochs: 1 }, { keeps: [0] });
    await silently(1, { ...SMALL, seed: 2 }, { keeps: [1] });
    const anew = await silently(9, SMALL, { from: 0, keeps: [1] });
    expect(anew.epochs[0]?.seconds).not.toBe(first.epochs[0]?.seconds);
    await sweep.end(undefined, silent);
    const later = await silently(10, { ...SMALL, seed: 2, epochs: 4 }, { from: 1, keeps: [] });
    expect(errors(later)).toEqual(errors(await silently(11, { ...SMALL, seed: 2, epochs: 4 }, {})));
  });

  test.each([false, true])('has its state only where it costs no more than the limit (side by side: %s)', async (isBeside) => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 8 });
    await sweep.atOnce({ sweep: 'sweep-1', configuration: SMALL, engine: null, mayWait: false }, silent);
    const [cost] = (await silently(0, { ...SMALL, epochs: 1 }, {})).epochs.map(({ validationError }) => Number(validationError));
    for (const [limit, goesOn] of [
      [Number(cost), true],
      [Number(cost) - 1e-6, false],
    ] as const) {
      const first = await silently(0, { ...SMALL, epochs: 1 }, { keeps: [0], limit, isBeside });
      const longer = await silently(9, SMALL, { from: 0, keeps: [0], isBeside });
      expect(longer.epochs[0]?.seconds === first.epochs[0]?.seconds).toBe(goesOn);
    }
  });
});

describe('trials side by side', () => {
  const beside = (place: number, configuration = SMALL, report?: (share: number) => void, signal?: AbortSignal) =>
    trial(place, configuration, report, signal, { isBeside: true, keeps: [0, 1, 2] });
  const numbers = ({ epochs, number, group }: RunRecord) => [
    number,
    group?.place,
    epochs.map(({ validationError }) => validationError),
  ];

  beforeEach(async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 8 });
    expect(await sweep.atOnce({ sweep: 'sweep-1', configuration: SMALL, engine: null, mayWait: false }, silent)).toBe(2);
  });

  test('come to the numbers of those that are trained alone, also where they go on from each other', async () => {
    const other = { ...SMALL, seed: 2 };
    const records = await Promise.all([beside(0), beside(1, other), beside(2, { ...SMALL, seed: 3 })]);
    // The third waited for one of them.
    expect(helpers).toHaveLength(2);
    const longer = { ...other, epochs: 5 };
    const gone = await trial(11, longer, undefined, undefined, { from: 1, keeps: [1], isBeside: true });
    expect(gone.epochs.slice(0, 3)).toEqual(records[1]?.epochs);
    await sweep.end(undefined, silent);
    const alone = [await trial(0), await trial(1, other), await trial(2, { ...SMALL, seed: 3 }), await trial(11, longer)];
    expect([...records, gone].map(numbers)).toEqual(alone.map(numbers));
  });

  test('halt while somebody trains by hand, and while the sweep is paused', async () => {
    const shares = [0, 0];
    const going = [0, 1].map((place) =>
      beside(place, { ...SMALL, epochs: 300 }, (share) => {
        shares[place] = share;
      }),
    );
    await vi.waitFor(() => expect(Math.min(...shares)).toBeGreaterThan(0));
    await sweep.pause(undefined, silent);
    const paused = [...shares];
    await lab.train({ configuration: SMALL });
    expect(shares).toEqual(paused);
    expect(Math.max(...paused)).toBeLessThan(1);
    await sweep.resume(undefined, silent);
    expect((await Promise.all(going)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  test('are stopped, and ended by other data', async () => {
    const stopping = new AbortController();
    const endless = { ...SMALL, epochs: 200 };
    const stopped = beside(0, endless, () => stopping.abort(), stopping.signal);
    const loaded = beside(1, endless);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const [loading] = [lab.load(SOURCE)];
    await expect(loaded).rejects.toMatchObject({ code: 'cancelled' });
    await loading;
  });

  test('may wait in the worker, halt there, and are ended by other data', async () => {
    const request = { sweep: 'sweep-1', configuration: SMALL, engine: null, mayWait: true };
    expect(await sweep.atOnce(request, silent)).toBe(4);
    const endless = { ...SMALL, epochs: 200 };
    let shares = 0;
    const going = [beside(0), beside(1, endless), beside(2, endless, () => shares++)];
    await going[0];
    await vi.waitFor(() => expect(shares).toBeGreaterThan(0));
    expect(helpers).toHaveLength(2);
    const waiting = [beside(3), beside(4)];
    const ends = Promise.allSettled([...going, ...waiting]);
    await sweep.pause(undefined, silent);
    await lab.load(SOURCE);
    expect((await ends).map((end) => (end.status === 'rejected' ? end.reason.code : end.status))).toEqual([
      'fulfilled',
      ...Array.from({ length: 4 }, () => 'cancelled'),
    ]);
  });

  test('that wait begin where they are let on, in a worker that another trial has left', async () => {
    await sweep.atOnce({ sweep: 'sweep-1', configuration: SMALL, engine: null, mayWait: true }, silent);
    let pausing: Promise<void> | undefined;
    const pause = (share: number): void => {
      if (share === 1) pausing ??= sweep.pause(undefined, silent);
    };
    const [first, , third] = [beside(0, SMALL, pause), beside(1, { ...SMALL, epochs: 30 }), beside(2)];
    await first;
    await pausing;
    let hasEnded = false;
    void third.then(() => {
      hasEnded = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hasEnded).toBe(false);
    await sweep.resume(undefined, silent);
    expect(numbers(await third)).toEqual(numbers(await trial(2)));
  });

  test('that diverge are recorded as failed', async () => {
    expect(await beside(0, { ...SMALL, learningRate: 100, l2: 0, optimizer: 'sgd' })).toMatchObject({ outcome: 'failed' });
    expect(await beside(0)).toMatchObject({ outcome: 'done' });
  });

  test('are trained here where their worker breaks', async () => {
    const going = beside(0, SMALL, () => helpers[0]?.onerror?.({ message: 'it broke' }));
    expect(numbers(await going)).toEqual(numbers(await trial(0)));
  });

  test('are trained here from the start where a worker breaks that had the state to go on from', async () => {
    await beside(0);
    const longer = { ...SMALL, epochs: 5 };
    const rounds = { from: 0, keeps: [0], isBeside: true };
    const going = trial(9, longer, () => helpers[0]?.onerror?.({ message: 'it broke' }), undefined, rounds);
    expect(numbers(await going)).toEqual(numbers(await trial(9, longer)));
  });

  test('keep nobody waiting where their worker no longer answers', async () => {
    const going = beside(0, { ...SMALL, epochs: 200 }, () => {
      if (helpers[0]) helpers[0].onmessage = null;
    });
    const silence = expect(going).rejects.toMatchObject({ code: 'cancelled' });
    await vi.waitFor(() => expect(helpers[0]?.onmessage).toBeNull());
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const paused = sweep.pause(undefined, silent);
    await vi.advanceTimersByTimeAsync(5000);
    await paused;
    const loading = lab.load(SOURCE);
    await vi.advanceTimersByTimeAsync(5000);
    await silence;
    vi.useRealTimers();
    await loading;
  });

  test('are not trained of a model without steps', async () => {
    const request = { sweep: 'sweep-1', configuration: resolve({ model: 'neighbours' }), engine: null, mayWait: true };
    expect(await sweep.atOnce(request, silent)).toBe(1);
  });
});

describe('what is made ready ahead of a sweep', () => {
  const prepare = (configuration = SMALL) => sweep.prepare({ configuration }, silent);
  const begin = () => sweep.atOnce({ sweep: 'sweep-1', configuration: SMALL, engine: null, mayWait: false }, silent);
  const beside = () => trial(0, SMALL, undefined, undefined, { isBeside: true });

  beforeEach(() => vi.stubGlobal('navigator', { hardwareConcurrency: 8 }));

  test('is used by it, with the same numbers, also where its settings have changed since', async () => {
    const alone = await trial(0);
    await sweep.end(undefined, silent);
    await prepare({ ...SMALL, seed: 7 });
    await prepare({ ...SMALL, seed: 7 });
    expect(helpers).toHaveLength(2);
    await begin();
    const record = await beside();
    expect(helpers).toHaveLength(2);
    expect(record.epochs.map(({ validationError }) => validationError)).toEqual(
      alone.epochs.map(({ validationError }) => validationError),
    );
  });

  test('is let go of where other data has been loaded', async () => {
    await prepare();
    const ended = vi.fn();
    for (const helper of helpers) helper.terminate = ended;
    await lab.load(SOURCE);
    await begin();
    expect(ended).toHaveBeenCalledTimes(2);
    expect(await beside()).toMatchObject({ outcome: 'done' });
    expect(helpers).toHaveLength(3);
  });

  test('is let go of where the sweep trains one at a time', async () => {
    await prepare();
    const ended = vi.fn();
    for (const helper of helpers) helper.terminate = ended;
    await sweep.atOnce(
      { sweep: 'sweep-1', configuration: resolve({ model: 'neighbours' }), engine: null, mayWait: false },
      silent,
    );
    expect(ended).toHaveBeenCalledTimes(2);
  });

  test('is nothing while something is trained, or for what is not trained side by side', async () => {
    const training = lab.train({ configuration: { ...SMALL, epochs: 30 } });
    await prepare();
    await training;
    await prepare(resolve({ model: 'neighbours' }));
    await trial(0);
    await prepare();
    expect(helpers).toHaveLength(0);
  });

  test('says nothing where it fails, since the trial will', async () => {
    await prepare({ ...SMALL, split: 'time-cut' });
    await begin();
    expect(await beside()).toMatchObject({ outcome: 'done' });
  });
});

test('a trial that is stopped fails with cancelled and leaves no record', async () => {
  const stopping = new AbortController();
  const stop = (share: number): void => {
    if (share > 0) stopping.abort(new LabError('cancelled', 'Enough.', 'Go on.'));
  };
  await expect(trial(0, SMALL, stop, stopping.signal)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await trial(0)).toMatchObject({ outcome: 'done' });
});

test('other data that is loaded ends the trial', async () => {
  let loading: Promise<unknown> | null = null;
  const going = trial(0, { ...SMALL, epochs: 50 }, () => {
    loading ??= lab.load(SOURCE);
  });
  await expect(going).rejects.toMatchObject({ code: 'cancelled' });
  await loading;
  expect(await trial(0)).toMatchObject({ outcome: 'done' });
});

test('a training by hand goes first, and the trial comes to the same numbers after it', async () => {
  const alone = await trial(0);
  let training: Promise<unknown> | null = null;
  let sharesMeanwhile = 0;
  const disturbed = await trial(1, SMALL, (share) => {
    if (share > 0) training ??= lab.train({ configuration: { ...SMALL, seed: 5 } });
    if (lab.bench.underWay.run) sharesMeanwhile++;
  });
  await training;
  expect(events.some((event) => event.kind === 'weights-in-use')).toBe(true);
  expect(sharesMeanwhile).toBeLessThanOrEqual(1);
  expect(disturbed.epochs.map(({ validationError }) => validationError)).toEqual(
    alone.epochs.map(({ validationError }) => validationError),
  );
});

test('a sweep that is paused begins no step, in this trial and in the next', async () => {
  await sweep.pause(undefined, silent);
  let hasEnded = false;
  const going = trial(0).then(() => {
    hasEnded = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(hasEnded).toBe(false);
  await sweep.resume(undefined, silent);
  await going;
});
