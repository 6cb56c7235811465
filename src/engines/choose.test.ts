import { describe, expect, test } from 'vitest';
import type { EngineCheck } from '../core/engine-check.ts';
import { LabError } from '../core/errors.ts';
import { DEFAULTS } from '../core/hyperparameters.ts';
import { createChooser } from './choose.ts';
import type { Engine } from './engine.ts';
import type { EngineOffer } from './offers.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { TrainerOptions } from './trainer.ts';

const WORKLOAD = { configuration: { ...DEFAULTS.dot, userFactors: 2, movieFactors: 2, batchSize: 16 }, users: 5, movies: 6 };

interface Faults {
  readonly drawback?: string;
  /** Added to every prediction. */
  readonly bias?: number;
  /** Milliseconds that a step takes longer. */
  readonly slow?: number;
  readonly optimizers?: EngineOffer['optimizers'];
  readonly start?: () => void;
}

const chooserOf = (offers: readonly EngineOffer[]) => createChooser(Promise.resolve(offers));

function offer(name: EngineOffer['name'], faults: Faults = {}): EngineOffer {
  const { drawback, bias = 0, slow = 0, optimizers = ['adam', 'sgd'], start = () => undefined } = faults;
  const create = async (options: TrainerOptions) => {
    const trainer = createReferenceTrainer(options);
    return {
      ...trainer,
      engine: name,
      step(index: number, rate: number): void {
        for (const end = performance.now() + slow; performance.now() < end; );
        trainer.step(index, rate);
      },
      predict: async (users: Int32Array, movies: Int32Array) =>
        (await trainer.predict(users, movies)).map((value) => value + bias),
    };
  };
  const lost = new AbortController().signal;
  const engine: Engine = { name, label: `${name} itself`, create, lost, tensors: () => 0 };
  return {
    name,
    label: name,
    drawback: drawback ?? null,
    optimizers,
    features: name !== 'webgl',
    async start() {
      start();
      return engine;
    },
  };
}

const broken = (): never => {
  throw new Error('no such thing');
};

describe('an automatic choice', () => {
  test('takes the fastest of those that are right', async () => {
    const chooser = chooserOf([offer('webgl', { slow: 8 }), offer('simd'), offer('wasm', { drawback: 'slow' })]);
    const { engine, reason, checks } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('simd');
    expect(reason).toBe('The fastest of 2 that were tried on this data.');
    expect(checks.map(({ name, problem }) => [name, problem])).toEqual([
      ['webgl', null],
      ['simd', null],
    ]);
    expect(checks[0]?.millisecondsPerStep).toBeGreaterThan(7.9);
  });

  test('never takes one that computes wrongly or does not start, and says so', async () => {
    const chooser = chooserOf([
      offer('webgl', { bias: 0.01 }),
      offer('simd', { start: broken }),
      offer('wasm', { drawback: 'slow' }),
    ]);
    const { engine, reason } = await chooser.choose('auto', WORKLOAD);
    expect(engine.name).toBe('wasm');
    expect(reason).toMatch(/webgl: It gives 0\.0\d+ where 0 was looked up in 32 bits\./);
    expect(reason).toContain('simd: It did not start: no such thing.');
  });

  test('says why there is no GPU in it', async () => {
    const chooser = chooserOf([offer('webgl', { drawback: 'WebGL is drawn by software here.' }), offer('simd')]);
    expect(await chooser.choose('auto', WORKLOAD)).toMatchObject({
      engine: { name: 'simd' },
      reason: 'WebGL is drawn by software here.',
    });
  });

  test('tries the engines once for each model', async () => {
    let starts = 0;
    const chooser = chooserOf([offer('simd', { start: () => starts++ })]);
    await chooser.choose('auto', WORKLOAD);
    const once = starts;
    await chooser.choose('auto', WORKLOAD);
    expect(starts).toBe(once + 1);
  });
});

describe('an optimizer that not every engine has', () => {
  const lazily = { ...WORKLOAD, configuration: { ...WORKLOAD.configuration, optimizer: 'lazy-adam' } } as const;
  const able = offer('simd', { slow: 8, optimizers: ['adam', 'lazy-adam'] });

  test('is trained by one that has it, be it the slower one, and leaves the choice for others as it is', async () => {
    const chooser = chooserOf([offer('webgl'), able]);
    const { engine, checks } = await chooser.choose('auto', lazily);
    expect(engine.name).toBe('simd');
    expect(checks[0]?.problem).toBe('It does not train with Lazy Adam.');
    expect((await chooser.choose('auto', WORKLOAD)).engine.name).toBe('webgl');
  });

  test.each([
    ['webgl', 'The engine webgl does not train with Lazy Adam.'],
    ['auto', expect.stringMatching(/wasm does not train with Lazy Adam.*simd: It did not start: no such thing/)],
  ] as const)('is a LabError on %s where there is none', async (choice, message) => {
    const chooser = chooserOf([offer('webgl'), { ...able, start: broken }, offer('wasm', { drawback: 'slow' })]);
    await expect(chooser.choose(choice, lazily)).rejects.toMatchObject({ code: 'no-engine', message });
  });
});

test('features are trained by an engine that has them', async () => {
  const configuration = { ...WORKLOAD.configuration, ratedSet: true, genres: true };
  const features = { genres: 3, years: 0, demographics: 0, periods: 0, userPeriods: 0 };
  const known = { ...WORKLOAD, configuration, features };
  const chooser = chooserOf([offer('webgl'), offer('simd', { slow: 8 })]);
  const { engine, checks } = await chooser.choose('auto', known);
  expect(engine.name).toBe('simd');
  expect(checks[0]?.problem).toBe('It does not train with rated movies.');
  await expect(chooser.choose('webgl', known)).rejects.toMatchObject({
    code: 'no-engine',
    message: 'The engine webgl does not train with rated movies.',
    remedy: 'Switch the features off, or let the engine be chosen automatically.',
  });
});

test('what is asked for is started untried, and a LabError says where it does not start', async () => {
  const chooser = chooserOf([offer('webgl', { drawback: 'software' }), offer('cpu', { start: broken })]);
  expect(await chooser.choose('webgl', WORKLOAD)).toMatchObject({ engine: { name: 'webgl' }, checks: [] });
  await expect(chooser.choose('cpu', WORKLOAD)).rejects.toMatchObject({
    code: 'no-engine',
    message: 'The engine cpu did not start: no such thing.',
  });
});

test('a comparison tries every engine, one after the other', async () => {
  const checks: EngineCheck[] = [];
  const chooser = chooserOf([offer('webgl', { drawback: 'software' }), offer('cpu', { start: broken })]);
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
  const chooser = chooserOf([offer('simd', { start }), offer('wasm', { drawback: 'slow', start })]);
  await expect(chooser.choose('auto', WORKLOAD)).rejects.toMatchObject({ code: 'part-missing' });
  online = true;
  expect((await chooser.choose('auto', WORKLOAD)).engine.name).toBe('simd');
});
