import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { summarise } from '../core/target.ts';
import { createReferenceTrainer } from '../engines/reference/trainer.ts';
import type { Examples, Trainer } from '../engines/trainer.ts';
import type { Graph } from '../models/graph.ts';
import type { TrainingPlan } from './plan.ts';
import type { EpochEnd, ProgressReport, TrainingReport } from './reports.ts';
import { createRunControl, type RunControl } from './run-control.ts';
import { train } from './train.ts';

const table = { kind: 'embedding', width: 1, initializer: { kind: 'zeros' }, l2: 0 } as const;
const GRAPH: Graph = {
  nodes: [
    { ...table, name: 'user', of: 'user', rows: 3 },
    { ...table, name: 'movie', of: 'movie', rows: 2 },
    { kind: 'add', name: 'sum', inputs: ['user', 'movie'] },
  ],
};
const WEIGHTS = { 'user/embeddings': new Float32Array(3), 'movie/embeddings': new Float32Array(2) };
const EXAMPLES: Examples = {
  users: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0),
  movies: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
  targets: Float32Array.of(3, 4, 5, 2, 3, 4, 3, 4, 5, 2),
};
const VALIDATION: Examples = { users: Int32Array.of(0, 1), movies: Int32Array.of(1, 0), targets: Float32Array.of(2, 3) };

type Call = readonly ['epoch', readonly number[]] | readonly ['step', number, number] | readonly ['loss'] | readonly ['validate'];

/** A run of ten ratings in batches of four, whose trainer's calls are kept. Each batch takes `batchMilliseconds`. */
function prepare(rest: Partial<TrainingPlan> = {}, batchMilliseconds = 0, examples = EXAMPLES) {
  const calls: Call[] = [];
  let now = 1000;
  const reference = createReferenceTrainer({
    graph: GRAPH,
    weights: WEIGHTS,
    examples,
    optimizer: 'sgd',
    momentum: 0,
    clip: 0,
    batchSize: 4,
    seed: 1,
  });
  const trainer: Trainer = {
    ...reference,
    beginEpoch(order) {
      calls.push(['epoch', [...order]]);
      reference.beginEpoch(order);
    },
    step(index, rate) {
      calls.push(['step', index, rate]);
      now += batchMilliseconds;
      reference.step(index, rate);
    },
    takeLoss() {
      calls.push(['loss']);
      return reference.takeLoss();
    },
    predict(users, movies) {
      calls.push(['validate']);
      return reference.predict(users, movies);
    },
  };
  const control = createRunControl();
  const plan: TrainingPlan = {
    trainer,
    count: EXAMPLES.targets.length,
    stars: summarise(EXAMPLES.targets),
    validation: VALIDATION,
    loss: 'squared',
    units: { target: { offset: 0, scale: 1 }, scale: { min: 0, max: 5, step: 1 } },
    batchSize: 4,
    epochs: 3,
    history: [],
    schedule: 'exponential',
    learningRate: 0.1,
    decay: 0.5,
    warmup: 0,
    patience: 0,
    timeBudget: 0,
    seed: 1,
    control,
    yieldToMessages: async () => {},
    now: () => now,
    ...rest,
  };
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { plan, control, calls, wait };
}

async function finish(plan: TrainingPlan) {
  const reports: TrainingReport[] = [];
  const run = train(plan);
  for (;;) {
    const next = await run.next();
    if (next.done) return { reports, outcome: next.value };
    reports.push(next.value);
  }
}

const epochsOf = (reports: readonly TrainingReport[]) => reports.filter((report): report is EpochEnd => report.kind === 'epoch');
const progressOf = (reports: readonly TrainingReport[]) =>
  reports.filter((report): report is ProgressReport => report.kind === 'progress');
const stepsOf = (calls: readonly Call[]) => calls.filter(([kind]) => kind === 'step');

/** Lets everything happen that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a run', () => {
  test('reports stars whatever the examples are in, and measures what was held out within the rating scale', async () => {
    const offset = 10;
    const inUnits = (examples: Examples): Examples => ({ ...examples, targets: examples.targets.map((z) => (z - offset) / 2) });
    const units = { target: { offset, scale: 2 }, scale: { min: 1, max: 5, step: 1 } };
    const still = { schedule: 'constant', learningRate: 0, epochs: 1 } as const;
    const rest = { ...still, units, validation: inUnits(VALIDATION) };
    const { plan } = prepare(rest, 0, inUnits(EXAMPLES));
    const [epoch] = epochsOf((await finish(plan)).reports);
    // Every prediction is 10 stars: as such in training, as 5 where it is measured.
    const rms = (predicted: number, stars: Float32Array) =>
      Math.sqrt(stars.reduce((sum, value) => sum + (predicted - value) ** 2, 0) / stars.length);
    expect(epoch?.trainError).toBeCloseTo(rms(10, EXAMPLES.targets), 6);
    expect(epoch?.validationError).toBeCloseTo(rms(5, VALIDATION.targets), 6);
    expect(epoch?.validationMae).toBeCloseTo(2.5, 6);
  });

  test('trains every batch of every epoch, with a learning rate that decays by epoch', async () => {
    const { plan, calls } = prepare();
    expect((await finish(plan)).outcome).toBe('done');
    expect(stepsOf(calls)).toEqual(
      [0.1, 0.05, 0.025].flatMap((rate) => [0, 1, 2].map((index) => ['step', index, expect.closeTo(rate, 12)])),
    );
  });

  test('sees every rating once an epoch, each epoch in another order, which the seed decides', async () => {
    const orders = async (seed: number) => {
      const { plan, calls } = prepare({ seed });
      await finish(plan);
      return calls.flatMap((call) => (call[0] === 'epoch' ? [call[1]] : []));
    };
    const drawn = await orders(1);
    for (const order of drawn) expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(drawn.map(String)).size).toBe(3);
    expect(await orders(1)).toEqual(drawn);
    expect(await orders(2)).not.toEqual(drawn);
  });

  test('ends every epoch with the RMSE of what was trained and of what was held out', async () => {
    const { plan } = prepare();
    const { reports } = await finish(plan);
    const epochs = epochsOf(reports);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    // With a rate of next to nothing the weights stay 0, and the RMSE is that of the targets themselves.
    const still = epochsOf((await finish(prepare({ learningRate: 0 }).plan)).reports);
    const rms = (targets: Float32Array) => Math.sqrt(targets.reduce((sum, z) => sum + z * z, 0) / targets.length);
    for (const { trainError, validationError } of still) {
      expect(trainError).toBeCloseTo(rms(EXAMPLES.targets), 9);
      expect(validationError).toBeCloseTo(rms(VALIDATION.targets), 9);
    }
    expect(epochs[2]?.trainError).toBeLessThan(epochs[0]?.trainError as number);
  });

  test('reports where it is, how fast it goes and how long it will take', async () => {
    const { plan } = prepare({}, 200);
    const progress = progressOf((await finish(plan)).reports);
    expect(progress.map(({ epoch, step, stepsPerEpoch }) => [epoch, step, stepsPerEpoch])).toEqual(
      [1, 2, 3].flatMap((epoch) => [1, 2, 3].map((step) => [epoch, step, 3])),
    );
    // The first batch is warm-up; then 4 of 30 ratings in 0.2 s; at the end 26 in 1.6 s.
    expect(progress[0]).toMatchObject({ ratingsPerSecond: null, secondsLeft: null });
    expect(progress[1]).toMatchObject({ ratingsPerSecond: expect.closeTo(20, 6), secondsLeft: expect.closeTo(22 / 20, 6) });
    expect(progress.at(-1)).toMatchObject({ ratingsPerSecond: expect.closeTo(26 / 1.6, 6), secondsLeft: expect.closeTo(0, 6) });
    expect(progress.every(({ paused }) => !paused)).toBe(true);
  });

  test('reports five times a second over epochs that are shorter, and at its end', async () => {
    const { plan } = prepare({ epochs: 100 }, 4);
    const progress = progressOf((await finish(plan)).reports);
    // An epoch takes 12 ms, so that a report is due in every 17th.
    expect(progress.map(({ epoch }) => epoch)).toEqual([17, 34, 51, 68, 85, 100]);
    expect(progress.at(-1)).toMatchObject({ step: 3, stepsPerEpoch: 3, secondsLeft: 0 });
    for (const { epoch, step, secondsLeft } of progress) {
      const left = 0.004 * (300 - 3 * (epoch - 1) - step);
      expect(Math.abs((secondsLeft as number) - left)).toBeLessThan(0.05);
    }
  });

  test('estimates nothing by a first batch that took long', async () => {
    const run = prepare({ epochs: 100 }, 4);
    let isFirst = true;
    const step = (index: number, rate: number): void => {
      if (isFirst) run.wait(10_000);
      isFirst = false;
      run.plan.trainer.step(index, rate);
    };
    const progress = progressOf((await finish({ ...run.plan, trainer: { ...run.plan.trainer, step } })).reports);
    expect(progress[0]).toMatchObject({ epoch: 1, step: 1, secondsLeft: null });
    for (const { secondsLeft } of progress.slice(1)) expect(secondsLeft).toBeLessThan(1.2);
  });

  test('reads the loss back rarely while batches are quick, and lets messages in as often', async () => {
    let yields = 0;
    const yieldToMessages = async () => {
      yields++;
    };
    const quick = prepare({ yieldToMessages, epochs: 30 });
    await finish(quick.plan);
    const count = (wanted: Call[0]) => quick.calls.filter(([kind]) => kind === wanted).length;
    expect(count('step')).toBe(90);
    // Once an epoch, and a few times more while the first slices grow.
    expect(count('loss')).toBeLessThan(34);
    expect(yields).toBeGreaterThanOrEqual(count('loss'));
  });

  test('a batch that takes long is followed by a yield at once', async () => {
    let yields = 0;
    const slow = prepare(
      {
        epochs: 1,
        yieldToMessages: async () => {
          yields++;
        },
      },
      90,
    );
    await finish(slow.plan);
    expect(yields).toBeGreaterThanOrEqual(3);
  });

  test('of one batch works', async () => {
    const { plan, calls } = prepare({ epochs: 1, batchSize: 100 });
    expect((await finish(plan)).outcome).toBe('done');
    expect(stepsOf(calls)).toHaveLength(1);
  });
});

describe('a loss that is no longer a number ends the run with the step and a remedy', () => {
  test('while training', async () => {
    const { plan } = prepare();
    const trainer = { ...plan.trainer, takeLoss: async () => ({ total: Number.NaN, examples: 10 }) };
    await expect(finish({ ...plan, trainer })).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/^Loss became infinite at step \d+\.$/),
      remedy: 'Try a lower learning rate.',
    });
  });

  test('only in validation', async () => {
    const { plan } = prepare();
    const trainer = { ...plan.trainer, predict: async () => Float32Array.of(Number.NaN, 1) };
    await expect(finish({ ...plan, trainer })).rejects.toMatchObject({
      code: 'diverged',
      message: 'Loss became infinite at step 3.',
    });
  });
});

describe('an error out of all bounds ends the run, though it is a number', () => {
  test('within the first steps', async () => {
    const { plan } = prepare({ learningRate: 1e5 }, 100);
    await expect(finish(plan)).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/^The error exploded at step 2: it is [\d.e+]+ times that of predicting the mean\.$/),
      remedy: 'Try a lower learning rate.',
    });
  });

  test('far above what the run had reached, but not merely above it', async () => {
    const losing = (factor: number, rest: Partial<Trainer> = {}) => {
      const { plan } = prepare();
      let taken = 0;
      const takeLoss = async () => ({ total: 10 * (++taken > 3 ? factor : 1) ** 2, examples: 10 });
      return finish({ ...plan, trainer: { ...plan.trainer, takeLoss, ...rest } });
    };
    await expect(losing(3)).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(/^The error exploded at step [69]:/),
    });
    expect((await losing(1.2)).outcome).toBe('done');
    // A sample may be far off by chance.
    const predictSample = async (users: Int32Array) => new Float32Array(users.length);
    expect((await losing(3, { predictSample })).outcome).toBe('done');
  });
});

describe('endings', () => {
  test('a run without a better validation error stops early', async () => {
    const { plan } = prepare({ epochs: 50, patience: 2, learningRate: 0, schedule: 'constant' });
    const { reports, outcome } = await finish(plan);
    expect([outcome, epochsOf(reports).length]).toEqual(['early', 3]);
  });

  test('a run whose time is used up ends with its epoch, and says so in advance', async () => {
    const { plan } = prepare({ epochs: 50, timeBudget: 1 }, 200);
    const { reports, outcome } = await finish(plan);
    expect([outcome, epochsOf(reports).length]).toEqual(['out-of-time', 2]);
    expect(progressOf(reports)[1]?.secondsLeft).toBeCloseTo(0.6, 6);
  });

  test('pauses do not use up time', async () => {
    const { plan, control, wait } = prepare({ epochs: 3, timeBudget: 2 }, 100);
    void control.pause();
    const finished = finish(plan);
    await settle();
    wait(3_600_000);
    control.resume();
    expect((await finished).outcome).toBe('done');
  });
});

describe('a run that goes on from its history', () => {
  test.each([1, 2])('after epoch %d is the run that was never interrupted', async (epochsDone) => {
    const rest = { epochs: 4, schedule: 'cosine', learningRate: 1e-6, patience: 3 } as const;
    const whole = prepare(rest);
    const { reports } = await finish(whole.plan);
    const resumed = prepare({ ...rest, history: epochsOf(reports).slice(0, epochsDone) });
    await finish({ ...resumed.plan });
    const stepsDone = epochsDone * 3;
    expect(stepsOf(resumed.calls)).toEqual(stepsOf(whole.calls).slice(stepsDone));
    const orders = (calls: readonly Call[]) => calls.filter(([kind]) => kind === 'epoch');
    expect(orders(resumed.calls)).toEqual(orders(whole.calls).slice(epochsDone));
  });

  test('whose end is reached trains nothing', async () => {
    const { reports } = await finish(prepare().plan);
    const { plan, calls } = prepare({ history: epochsOf(reports) });
    expect((await finish(plan)).outcome).toBe('done');
    expect(calls).toEqual([]);
  });
});

/** Calls `act` with the control when messages are let in for the nth time. */
function actingAt(nth: number, act: (control: RunControl) => void, batchMilliseconds = 100) {
  let yields = 0;
  const run = prepare(
    {
      yieldToMessages: async () => {
        if (++yields === nth) act(run.control);
      },
    },
    batchMilliseconds,
  );
  return run;
}

describe('stop', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [5, 4],
  ])('heard at yield %d ends the run after %d batches', async (nth, batches) => {
    const { plan, calls } = actingAt(nth, (control) => control.stop());
    expect((await finish(plan)).outcome).toBe('stopped');
    expect(stepsOf(calls)).toHaveLength(batches);
  });

  test('while paused ends the run', async () => {
    const { plan, control, calls } = actingAt(1, (control) => void control.pause());
    const finished = finish(plan);
    await settle();
    control.stop();
    expect((await finished).outcome).toBe('stopped');
    expect(stepsOf(calls)).toHaveLength(1);
  });

  test('while the loss is read back for a pause is not lost', async () => {
    const { plan, control } = actingAt(1, (control) => void control.pause());
    let taken = 0;
    const takeLoss = async () => {
      if (++taken === 2) control.stop();
      return await plan.trainer.takeLoss();
    };
    expect((await finish({ ...plan, trainer: { ...plan.trainer, takeLoss } })).outcome).toBe('stopped');
  });
});

describe('pause', () => {
  test('says so, trains nothing more, and goes on to the same result when resumed', async () => {
    const { plan, control, calls, wait } = actingAt(2, (control) => void control.pause());
    const finished = finish(plan);
    await settle();
    expect(stepsOf(calls)).toHaveLength(2);
    wait(3_600_000);
    control.resume();
    const { reports, outcome } = await finished;
    expect(outcome).toBe('done');
    const paused = progressOf(reports).filter((report) => report.paused);
    expect(paused.map(({ epoch, step }) => [epoch, step])).toEqual([[1, 2]]);

    const plain = epochsOf((await finish(prepare({}, 100).plan)).reports);
    // The hour of the pause does not count.
    expect(epochsOf(reports)).toEqual(plain.map((report) => ({ ...report, seconds: expect.closeTo(report.seconds, 6) })));
  });

  test('pressed during the last batch of an epoch halts at its end, after validation', async () => {
    const { plan, control, calls } = actingAt(3, (control) => void control.pause());
    const finished = finish(plan);
    await settle();
    expect(stepsOf(calls)).toHaveLength(3);
    expect(calls.at(-2)).toEqual(['validate']);
    control.resume();
    expect((await finished).outcome).toBe('done');
  });

  test.each([11, 12])('pressed at yield %d of 12 lets the run end, and is over with it', async (nth) => {
    let pausing: Promise<void> = Promise.reject(new Error('Nothing was paused'));
    const { plan, control } = actingAt(nth, (control) => {
      pausing = control.pause();
    });
    pausing.catch(() => {});
    expect((await finish(plan)).outcome).toBe('done');
    control.stop();
    await pausing;
  });
});

describe('step', () => {
  test('by batch and by epoch goes as far as it says', async () => {
    const { plan, control, calls } = actingAt(1, (control) => void control.pause());
    const finished = finish(plan);
    await settle();
    await control.step('batch');
    expect(stepsOf(calls)).toHaveLength(2);
    await control.step('epoch');
    expect(stepsOf(calls)).toHaveLength(3);
    await control.step('epoch');
    expect(stepsOf(calls)).toHaveLength(6);
    await control.step('batch');
    expect(stepsOf(calls)).toHaveLength(7);
    control.stop();
    expect((await finished).outcome).toBe('stopped');
  });

  test('over the end of the run lets it end', async () => {
    const { plan, control } = actingAt(1, (control) => void control.pause());
    const finished = finish(plan).finally(() => control.stop());
    await settle();
    for (let i = 0; i < 4; i++) await control.step('epoch');
    expect((await finished).outcome).toBe('done');
  });
});

describe('at a second an epoch', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** A run whose epochs take 0.3 s, in the wait after its first. */
  async function waiting() {
    const { plan, control, calls, wait } = prepare({}, 100);
    control.begin({ waits: true, haltsAt: null });
    const finished = finish(plan);
    await settle();
    const pass = async (milliseconds: number): Promise<void> => {
      wait(milliseconds);
      await vi.advanceTimersByTimeAsync(milliseconds);
      await settle();
    };
    return { control, finished, pass, steps: () => stepsOf(calls).length };
  }

  test('waits for what is left of the second, which is no time of training', async () => {
    const { finished, pass, steps } = await waiting();
    await pass(699);
    expect(steps()).toBe(3);
    await pass(1);
    expect(steps()).toBe(6);
    await pass(700);
    const { reports, outcome } = await finished;
    expect(outcome).toBe('done');
    const plain = await finish(prepare({}, 100).plan);
    const close = (report: EpochEnd) => ({ ...report, seconds: expect.closeTo(report.seconds, 6) });
    expect(epochsOf(reports)).toEqual(epochsOf(plain.reports).map(close));
    expect(progressOf(reports).at(-1)?.ratingsPerSecond).toBeCloseTo(progressOf(plain.reports).at(-1)?.ratingsPerSecond ?? 0, 6);
    expect(progressOf(reports)[0]).toMatchObject({ epoch: 1, secondsLeft: 2 });
  });

  test('an epoch that takes longer is followed at once', async () => {
    const { plan, control } = prepare({}, 400);
    control.begin({ waits: true, haltsAt: null });
    expect((await finish(plan)).outcome).toBe('done');
  });

  test('a pause in the wait halts at the end of that epoch at once, and a step goes on from there without waiting', async () => {
    const { control, finished, pass, steps } = await waiting();
    await control.pause();
    await pass(5000);
    expect(steps()).toBe(3);
    await control.step('epoch');
    await control.step('batch');
    expect(steps()).toBe(7);
    control.resume();
    const paused = progressOf((await finished).reports).filter((report) => report.paused);
    expect(paused.map(({ epoch, step }) => [epoch, step])).toEqual([
      [1, 3],
      [2, 3],
      [3, 1],
    ]);
  });

  test('a stop in the wait ends the run at once', async () => {
    const { control, finished, steps } = await waiting();
    control.stop();
    expect((await finished).outcome).toBe('stopped');
    expect(steps()).toBe(3);
  });

  test('full speed ends the wait and all later ones', async () => {
    const { control, finished } = await waiting();
    control.setWaits(false);
    expect((await finished).outcome).toBe('done');
  });
});

describe('a run that begins halted', () => {
  async function begun(haltsAt: 'start' | 'batch' | 'epoch') {
    const { plan, control, calls } = prepare({}, 100);
    control.begin({ waits: false, haltsAt });
    const finished = finish(plan);
    await settle();
    return { control, finished, steps: () => stepsOf(calls).length };
  }

  test.each([
    ['start', 0],
    ['batch', 1],
    ['epoch', 3],
  ] as const)('at its %s has taken %d steps, and comes to the same as any other', async (haltsAt, taken) => {
    const { control, finished, steps } = await begun(haltsAt);
    expect([control.halted, steps()]).toEqual([true, taken]);
    control.resume();
    const { reports } = await finished;
    expect(progressOf(reports).find(({ paused }) => paused)).toMatchObject({ epoch: 1, step: taken });
    const errors = (epochs: readonly EpochEnd[]) =>
      epochs.map(({ trainError, validationError }) => [trainError, validationError]);
    expect(errors(epochsOf(reports))).toEqual(errors(epochsOf((await finish(prepare().plan)).reports)));
  });

  test('before its first batch has no error and no pace to tell', async () => {
    const { control, finished } = await begun('start');
    await control.step('batch');
    control.stop();
    const [first, second] = progressOf((await finished).reports);
    expect(first).toMatchObject({ step: 0, trainError: null, ratingsPerSecond: null, secondsLeft: null, paused: true });
    expect(second).toMatchObject({ step: 1, trainError: expect.any(Number), paused: true });
  });

  test('and is stopped before its first batch takes no step', async () => {
    const { control, finished, steps } = await begun('start');
    control.stop();
    expect((await finished).outcome).toBe('stopped');
    expect(steps()).toBe(0);
  });
});
