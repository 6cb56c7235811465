import { describe, expect, test } from 'vitest';
import { LabError } from '../core/errors.ts';
import { candidate, chooserOf, stopClock, WORKLOAD } from './choose.fixture.ts';

stopClock();

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
