import { describe, expect, test, vi } from 'vitest';
import type { EngineCheck } from '../core/engine-check.ts';
import { resolve } from '../core/settings/defaults.ts';
import { broken, candidate, chooserOf, stopClock, WORKLOAD, watched } from './choose.fixture.ts';

stopClock();

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

  test('tests an engine once for each model: what was made ready is not tested again', async () => {
    const tested = vi.fn();
    const chooser = chooserOf([watched(candidate('simd'), tested), candidate('wasm', { drawback: 'slow' })]);
    await chooser.makeReady('auto', WORKLOAD.configuration);
    expect(tested).toHaveBeenCalled();
    tested.mockClear();
    expect(await chooser.choose('auto', WORKLOAD)).toMatchObject({ engine: { name: 'simd' } });
    expect(tested).not.toHaveBeenCalled();
    await chooser.makeReady('auto', { ...WORKLOAD.configuration, model: 'mlp', hidden: [3] });
    expect(tested).toHaveBeenCalled();
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
