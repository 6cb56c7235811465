import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineCheck } from '../core/engine-check.ts';
import { LabError } from '../core/errors.ts';
import { resolve } from '../core/settings/defaults.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import type { EngineCandidate } from './candidates.ts';
import { createChooser } from './choose.ts';
import type { Engine } from './engine.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { TrainerOptions } from './trainer.ts';

const WORKLOAD = {
  configuration: { ...DEFAULTS.dot, userFactors: 2, movieFactors: 2, batchSize: 16 },
  users: 5,
  movies: 6,
  rated: { users: Int32Array.of(0, 4, 2), movies: Int32Array.of(5, 1, 0) },
};

/** Time as the engines under test see it: it goes on with their steps alone. */
let clock = 0;
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Faults {
  readonly drawback?: string;
  /** Added to every prediction. */
  readonly bias?: number;
  /** Milliseconds that a step takes longer. */
  readonly slow?: number;
  readonly optimizers?: EngineCandidate['optimizers'];
  readonly start?: (threads?: number) => void;
  /** Its steps have no solution. */
  readonly isSingular?: boolean;
  /** Is lost as soon as it is tried, and then answers nothing. */
  readonly isLost?: boolean;
  /** Milliseconds that a step takes longer, by the number of its threads. */
  readonly byThreads?: Readonly<Record<number, number>>;
}

const isOnGpu = ({ name }: EngineCandidate): boolean => name === 'webgl' || name === 'webgpu';

const chooserOf = (candidates: readonly EngineCandidate[], listOnGpu = async () => candidates.filter(isOnGpu)) =>
  createChooser({
    onCpu: candidates.filter((candidate) => !isOnGpu(candidate)),
    listOnGpu,
    onGpu: candidate('webgl'),
  });

function candidate(name: EngineCandidate['name'], faults: Faults = {}): EngineCandidate {
  const {
    drawback,
    bias = 0,
    slow = 1,
    optimizers = ['adam', 'sgd'],
    start = () => undefined,
    byThreads,
    isLost,
    isSingular,
  } = faults;
  let threads = 1;
  const create = async (options: TrainerOptions) => {
    const trainer = createReferenceTrainer(options);
    return {
      ...trainer,
      engine: name,
      ...(byThreads && {
        threads: {
          most: Math.max(...Object.keys(byThreads).map(Number)),
          used: threads,
          use(count: number): void {
            threads = count;
          },
        },
      }),
      step(index: number, rate: number): void {
        if (isSingular && options.optimizer === 'adagrad')
          throw new LabError('diverged', 'The equations are singular.', 'Raise the L2.');
        clock += byThreads?.[threads] ?? slow;
        trainer.step(index, rate);
      },
      predict: async (users: Int32Array, movies: Int32Array) =>
        (await trainer.predict(users, movies)).map((value) => value + bias),
    };
  };
  const loss = new AbortController();
  const { signal: lost } = loss;
  const lose = (): Promise<never> => {
    loss.abort('The GPU context was lost.');
    return new Promise(() => undefined);
  };
  return {
    name,
    label: name,
    drawback: drawback ?? null,
    optimizers,
    featuresAndLosses: name !== 'webgl',
    solves: name === 'simd',
    lists: name === 'simd',
    threaded: byThreads !== undefined,
    async start(wanted): Promise<Engine> {
      start(wanted);
      return {
        name,
        label: `${name} itself${wanted ? `, ${wanted}` : ''}`,
        create: isLost ? lose : create,
        lost,
        tensors: () => 0,
      };
    },
  };
}

/** The same, but that it tells of each trainer that is made. */
const watched = (candidate: EngineCandidate, onCreate: () => void): EngineCandidate => ({
  ...candidate,
  async start(threads) {
    const engine = await candidate.start(threads);
    const create: Engine['create'] = (options) => {
      onCreate();
      return engine.create(options);
    };
    return { ...engine, create };
  },
});

const broken = (): never => {
  throw new Error('no such thing');
};

describe('an automatic choice', () => {
  test('takes the fastest of those that are right', async () => {
    const chooser = chooserOf([candidate('webgl', { slow: 8 }), candidate('simd'), candidate('wasm', { drawback: 'slow' })]);
    const { engine, reason, checks } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('simd');
    expect(reason).toBe('The fastest of 2 engines tried on this data.');
    expect(checks.map(({ name, problem }) => [name, problem])).toEqual([
      ['webgl', null],
      ['simd', null],
    ]);
    expect(checks[0]?.millisecondsPerStep).toBe(8);
  });

  test('never takes one that computes wrongly or does not start, and says so', async () => {
    const chooser = chooserOf([
      candidate('webgl', { bias: 0.01 }),
      candidate('simd', { start: broken }),
      candidate('wasm', { drawback: 'slow' }),
    ]);
    const { engine, reason } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('wasm');
    expect(reason).toMatch(/webgl: It gives 0\.0\d+ instead of the 32-bit number 0\./);
    expect(reason).toContain('simd: It did not start: no such thing.');
  });

  test('goes on to the others where one is lost while it is tried, as a GPU whose context is lost', async () => {
    const chooser = chooserOf([candidate('webgl', { isLost: true }), candidate('simd'), candidate('wasm', { drawback: 'slow' })]);
    const { engine, checks } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('simd');
    expect(checks[0]?.problem).toBe('The GPU context was lost.');
  });

  test('takes one that solves where rows are to be solved, and refuses any other by name', async () => {
    const chooser = chooserOf([candidate('webgl', {}), candidate('wasm', { drawback: 'slow' })]);
    const workload = { ...WORKLOAD, configuration: resolve({ loss: 'implicit' }) };
    await expect(chooser.choose('webgl', workload)).rejects.toThrow('does not train with iALS');
    await expect(chooser.choose('auto', workload)).rejects.toThrow('does not train with iALS');
  });

  test('takes one that trains with gravity where that is asked for, and refuses any other by name', async () => {
    const chooser = chooserOf([candidate('webgl', {}), candidate('simd'), candidate('wasm', { drawback: 'slow' })]);
    const workload = { ...WORKLOAD, configuration: resolve({ listWeight: 0, gravity: 1 }) };
    await expect(chooser.choose('wasm', workload)).rejects.toMatchObject({
      message: expect.stringContaining('does not train with gravity'),
      remedy: 'Set “Gravity” to 0, or set the engine to Automatic.',
    });
    expect((await chooser.choose('auto', workload)).engine.name).toBe('simd');
  });

  test('says first that it is the fastest, then why there is no GPU in it', async () => {
    const chooser = chooserOf([candidate('webgl', { drawback: 'WebGL runs in software here.' }), candidate('simd')]);
    expect(await chooser.choose('auto', WORKLOAD)).toMatchObject({
      engine: { name: 'simd' },
      reason: 'The fastest engine of this browser. WebGL runs in software here.',
    });
  });

  test.each([
    ['the number of factors', { userFactors: 3, movieFactors: 3 }, true],
    ['the batch size', { batchSize: 8 }, true],
    ['the optimizer', { optimizer: 'sgd' }, true],
    ['dropout', { model: 'mlp', dropout: 0.3 }, true],
    ['whether there is L2', { l2: 0 }, true],
    ['how strong L2 is', { l2: 0.3 }, false],
    ['the learning rate', { learningRate: 0.1 }, false],
    ['the seed', { seed: 5 }, false],
    ['the number of epochs', { epochs: 3 }, false],
  ] as const)('times anew where %s is another: %o', async (_, change, isTimed) => {
    let starts = 0;
    const chooser = chooserOf([candidate('simd', { start: () => starts++ })]);
    await chooser.time('auto', WORKLOAD);
    const once = starts;
    await chooser.time('auto', { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, ...change } });
    expect(starts).toBe(once + (isTimed ? 1 : 0));
  });

  test('times anew on other ratings', async () => {
    let starts = 0;
    const chooser = chooserOf([candidate('simd', { start: () => starts++ })]);
    await chooser.time('auto', WORKLOAD);
    const once = starts;
    await chooser.time('auto', { ...WORKLOAD, rated: { ...WORKLOAD.rated } });
    expect(starts).toBe(once + 1);
  });

  test('tests an engine once: what was made ready is not tested again', async () => {
    const tested = vi.fn();
    const chooser = chooserOf([watched(candidate('simd'), tested), candidate('wasm', { drawback: 'slow' })]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    expect(tested).toHaveBeenCalled();
    tested.mockClear();
    expect(await chooser.choose('auto', WORKLOAD)).toMatchObject({ engine: { name: 'simd' } });
    expect(tested).not.toHaveBeenCalled();
  });

  test('makes only ready what could train the configuration, and says nothing where that fails', async () => {
    const started = vi.fn();
    const chooser = chooserOf([candidate('webgl', { start: started }), candidate('simd', { start: broken })]);
    await chooser.makeReady('auto', { ...WORKLOAD.configuration, listWeight: 0.8 });
    expect(started).not.toHaveBeenCalled();
    await chooser.makeReady('auto', { ...WORKLOAD.configuration, listWeight: 0 });
    expect(started).toHaveBeenCalledOnce();
  });

  test('starts what is asked for by name ahead, unless it does not train the configuration', async () => {
    const started = vi.fn();
    const chooser = chooserOf([candidate('webgl', { start: started }), candidate('simd')]);
    await chooser.makeReady('webgl', { ...WORKLOAD.configuration, listWeight: 0.8 });
    expect(started).not.toHaveBeenCalled();
    await chooser.makeReady('webgl', { ...WORKLOAD.configuration, listWeight: 0 });
    expect(started).toHaveBeenCalledOnce();
    await expect(
      chooserOf([candidate('webgl', { start: broken })]).makeReady('webgl', WORKLOAD.configuration),
    ).resolves.toBeUndefined();
  });
});

describe('the number of threads', () => {
  const timed = async (byThreads: Record<number, number>, choice: 'auto' | 'simd') => {
    const started: (number | undefined)[] = [];
    const chooser = chooserOf([candidate('simd', { byThreads, start: (threads) => started.push(threads) })]);
    await chooser.time(choice, WORKLOAD);
    return { ...(await chooser.choose(choice, WORKLOAD)), last: started.at(-1) };
  };

  test.each(['auto', 'simd'] as const)('is the one that is fastest, also of an engine that was asked for: %s', async (choice) => {
    const { engine, last, checks, reason } = await timed({ 1: 8, 2: 2, 4: 5 }, choice);
    expect([engine.label, last]).toEqual(['simd itself, 2', 2]);
    expect(checks[0]).toMatchObject({ label: 'simd itself', threads: 2 });
    expect(checks[0]?.byThreads.map(({ threads }) => threads)).toEqual([1, 2, 4]);
    expect(reason).toMatch(/ratings per second, by number of threads: 1: 0\.00, 2: 0\.01, 4: 0\.00\.$/);
  });

  test('is left to the run, which begins with all of them, where nothing was timed and there is no other engine', async () => {
    const started: (number | undefined)[] = [];
    const simd = candidate('simd', { byThreads: { 1: 8, 2: 2 }, start: (threads) => started.push(threads) });
    for (const choice of ['auto', 'simd'] as const) {
      const { checks, reason } = await chooserOf([simd]).choose(choice, WORKLOAD);
      expect(started.at(-1)).toBeUndefined();
      expect(checks[0]).toMatchObject({ problem: null, error: expect.any(Number), threads: null, byThreads: [] });
      expect(reason).not.toContain('Measured');
    }
  });

  test('is timed no longer where somebody asks for the engine meanwhile', async () => {
    const simd = candidate('simd', { byThreads: { 1: 8, 2: 2 } });
    const chooser = chooserOf([simd]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    const timing = chooser.time('auto', WORKLOAD);
    await Promise.resolve();
    const { checks } = await chooser.choose('auto', WORKLOAD);
    expect(checks[0]).toMatchObject({ problem: null, threads: null });
    await timing;
    await chooser.time('auto', WORKLOAD);
    expect((await chooser.choose('auto', WORKLOAD)).checks[0]).toMatchObject({ threads: 2 });
  });

  test('is timed no longer by any of those that asked before somebody asks for the engine', async () => {
    const created = vi.fn();
    const chooser = chooserOf([watched(candidate('simd', { byThreads: { 1: 8, 2: 2 } }), created)]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    created.mockClear();
    const timings = [WORKLOAD, { ...WORKLOAD, rated: { ...WORKLOAD.rated } }].map((workload) => chooser.time('auto', workload));
    await chooser.choose('auto', WORKLOAD);
    await Promise.all(timings);
    expect(created).not.toHaveBeenCalled();
  });

  test('is the smaller where more gain nothing', async () => {
    expect((await timed({ 1: 8, 2: 8 }, 'auto')).last).toBe(1);
    expect((await timed({ 1: 8, 2: 7.8 }, 'auto')).last).toBe(2);
  });
});

describe('an optimizer that not every engine has', () => {
  const lazily = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, optimizer: 'lazy-adam' } } as const;
  const able = candidate('simd', { slow: 8, optimizers: ['adam', 'lazy-adam'] });

  test('is trained by one that has it, be it the slower one, and leaves the choice for others as it is', async () => {
    const listOnGpu = vi.fn(async () => [candidate('webgl')]);
    const chooser = chooserOf([able], listOnGpu);
    const { reason, checks } = await chooser.choose('auto', lazily);
    expect(checks.map(({ name }) => name)).toEqual(['simd']);
    expect(reason).toBe('The fastest engine that trains this model.');
    // Nobody waits for a GPU's name where none comes into question.
    expect(listOnGpu).not.toHaveBeenCalled();
    expect((await chooser.choose('auto', WORKLOAD)).engine.name).toBe('webgl');
  });

  test.each([
    ['webgl', 'The engine webgl does not train with Lazy Adam.'],
    ['auto', expect.stringMatching(/simd: It did not start: no such thing\. The engine wasm does not train with Lazy Adam\.$/)],
  ] as const)('is a LabError on %s where there is none', async (choice, message) => {
    const chooser = chooserOf([candidate('webgl'), { ...able, start: broken }, candidate('wasm', { drawback: 'slow' })]);
    const remedy = `Choose another optimizer, or ${choice === 'auto' ? 'use another browser' : 'set the engine to Automatic'}.`;
    await expect(chooser.choose(choice, lazily)).rejects.toMatchObject({ code: 'no-engine', message, remedy });
  });
});

test('features are trained by an engine that has them', async () => {
  const configuration = { ...WORKLOAD.configuration, ratedSet: true, genres: true };
  const features = { genres: 3, years: 0, demographics: 0, periods: 0, userPeriods: 0 };
  const known = { ...WORKLOAD, configuration, features };
  const chooser = chooserOf([candidate('webgl'), candidate('simd', { slow: 8 })]);
  expect((await chooser.choose('auto', known)).engine.name).toBe('simd');
  await expect(chooser.choose('webgl', known)).rejects.toMatchObject({
    code: 'no-engine',
    message: 'The engine webgl does not train with rated movies.',
    remedy: 'Switch the features off, or set the engine to Automatic.',
  });
});

test('what is asked for is started untried, and a LabError says where it does not start', async () => {
  const chooser = chooserOf([candidate('webgl', { drawback: 'software' }), candidate('cpu', { start: broken })]);
  expect(await chooser.choose('webgl', WORKLOAD)).toMatchObject({ engine: { name: 'webgl' }, checks: [] });
  await expect(chooser.choose('cpu', WORKLOAD)).rejects.toMatchObject({
    code: 'no-engine',
    message: 'The engine cpu did not start: no such thing.',
  });
});

test('a comparison tries every engine, one after the other', async () => {
  const checks: EngineCheck[] = [];
  const chooser = chooserOf([candidate('webgl', { drawback: 'software' }), candidate('cpu', { start: broken })]);
  const comparison = chooser.compare(WORKLOAD, (check) => checks.push(check));
  const choice = chooser.choose('webgl', WORKLOAD).then(() => checks.length);
  await comparison;
  expect(checks.map(({ name, problem }) => [name, problem])).toEqual([
    ['webgl', null],
    ['cpu', 'It did not start: no such thing.'],
  ]);
  expect(await choice).toBe(2);
});

test('an engine that could not be fetched is tried again the next time', async () => {
  let online = false;
  const start = (): void => {
    if (!online) throw new LabError('part-missing', 'It did not arrive.', 'Connect to the network.');
  };
  const chooser = chooserOf([candidate('simd', { start }), candidate('wasm', { drawback: 'slow', start })]);
  await expect(chooser.choose('auto', WORKLOAD)).rejects.toMatchObject({ code: 'part-missing' });
  online = true;
  expect((await chooser.choose('auto', WORKLOAD)).engine.name).toBe('simd');
});

test('one whose steps have no solution on made-up stars is taken untimed: the run says whether its own have', async () => {
  const solver = candidate('simd', { optimizers: ['adagrad'], isSingular: true });
  const untimed = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, optimizer: 'adagrad' } } as const;
  for (const choice of ['auto', 'simd'] as const) {
    const { engine } = await chooserOf([solver, candidate('wasm')]).choose(choice, untimed);
    expect(engine.name).toBe('simd');
  }
});

test('where what is left does not learn lists, the one that did not arrive is what is missing', async () => {
  const start = (): never => {
    throw new LabError('part-missing', 'It did not arrive.', 'Connect to the network.');
  };
  const chooser = chooserOf([candidate('simd', { start }), candidate('wasm')]);
  const ofLists = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, listWeight: 0.8 } };
  await expect(chooser.choose('auto', ofLists)).rejects.toMatchObject({ remedy: 'Connect to the network.' });
  const ofStars = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, listWeight: 0 } };
  expect((await chooser.choose('auto', ofStars)).engine.name).toBe('wasm');
});

describe('a model that does not fit the memory', () => {
  const sentence = 'The model needs 5000 MiB; WebAssembly has 4096 at most.';
  const noRoom = (thrown: Error) => () => {
    throw thrown;
  };
  const failures = [
    ['says so itself', new LabError('no-memory', sentence, 'Choose a smaller embedding size.')],
    ['is refused by the browser', new RangeError('Array buffer allocation failed')],
  ] as const;

  test.each(failures)(
    'is not tried on slower engines, whatever they learn, and the failure is the one that %s',
    async (_, thrown) => {
      for (const listWeight of [0, 0.8]) {
        const workload = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, listWeight } };
        for (const choice of ['auto', 'simd'] as const) {
          const simd = candidate('simd', { start: noRoom(thrown), byThreads: { 1: 1 } });
          await expect(chooserOf([simd, candidate('wasm', { drawback: 'slow' })]).choose(choice, workload)).rejects.toBe(thrown);
        }
      }
    },
  );

  test('is trained by an engine that has room for it', async () => {
    const chooser = chooserOf([candidate('webgl'), candidate('simd', { start: noRoom(failures[0][1]) })]);
    const { engine, checks } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('webgl');
    expect(checks[1]?.problem).toBe(sentence);
  });
});

test('a sentence that an engine fails with has one full stop', async () => {
  const start = (): never => {
    throw new Error('Threads are missing.');
  };
  const chooser = chooserOf([candidate('simd', { start }), candidate('wasm', { drawback: 'slow' })]);
  expect((await chooser.choose('auto', WORKLOAD)).checks[0]?.problem).toBe('It did not start: Threads are missing.');
  await expect(chooserOf([candidate('cpu', { start })]).choose('cpu', WORKLOAD)).rejects.toMatchObject({
    message: 'The engine cpu did not start: Threads are missing.',
    remedy: 'Set the engine to Automatic, or use another browser.',
  });
});
