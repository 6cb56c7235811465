import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { READY } from '../core/cell-machine.ts';
import { LabError } from '../core/errors.ts';
import { createCellRuns } from './cell-runs.ts';
import type { NotebookState } from './notebook-state.ts';

function create() {
  const store = createStore<NotebookState>(
    () => ({ data: { run: READY, kept: 1 }, training: { run: READY }, recommend: { run: READY } }) as unknown as NotebookState,
  );
  return { ...createCellRuns(store), state: store.getState };
}

function deferred() {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<void>((settle, fail) => {
    [resolve, reject] = [settle, fail];
  });
  return { promise, resolve, reject };
}

describe('a run', () => {
  test('is running, then done; the rest of the cell stays', async () => {
    const { run, state } = create();
    const work = deferred();
    const finished = run('data', () => work.promise);
    expect(state().data).toEqual({ run: { phase: 'running' }, kept: 1 });
    expect(state().training.run).toBe(READY);
    work.resolve();
    await finished;
    expect(state().data).toEqual({ run: { phase: 'done' }, kept: 1 });
  });

  test('that fails keeps the error as data, and does not throw', async () => {
    const { run, state } = create();
    await run('data', async () => {
      throw new LabError('data-missing', 'It is gone.', 'Look for it.');
    });
    expect(state().data.run).toEqual({
      phase: 'failed',
      error: { code: 'data-missing', message: 'It is gone.', remedy: 'Look for it.' },
    });
  });

  test('that is cancelled leaves the cell ready again', async () => {
    const { run, state } = create();
    await run('data', async () => {
      throw new LabError('cancelled', 'It was stopped.', 'Start it again.');
    });
    expect(state().data).toEqual({ run: READY, kept: 1 });
  });

  test('that breaks at once fails as well', async () => {
    const { run, state } = create();
    await run('training', () => {
      throw new TypeError('x is undefined');
    });
    expect(state().training.run).toMatchObject({ phase: 'failed', error: { code: 'crashed' } });
  });
});

describe('of two runs the newer one counts', () => {
  test.each(['resolve', 'reject'] as const)('although the older one comes to its end later (%s)', async (end) => {
    const { run, state } = create();
    const [old, young] = [deferred(), deferred()];
    const both = [run('recommend', () => old.promise), run('recommend', () => young.promise)];
    young.resolve();
    await both[1];
    expect(state().recommend.run).toEqual({ phase: 'done' });
    old[end](new Error('too late'));
    await both[0];
    expect(state().recommend.run).toEqual({ phase: 'done' });
  });

  test('and the cell stays busy when the older one ends first', async () => {
    const { run, state } = create();
    const [old, young] = [deferred(), deferred()];
    const both = [run('recommend', () => old.promise), run('recommend', () => young.promise)];
    old.reject(new Error('early'));
    await both[0];
    expect(state().recommend.run).toEqual({ phase: 'running' });
    young.resolve();
    await both[1];
    expect(state().recommend.run).toEqual({ phase: 'done' });
  });
});

test('events change the phase of their cell alone', async () => {
  const { run, dispatch, state } = create();
  const work = deferred();
  const finished = run('training', () => work.promise);
  dispatch('training', { kind: 'pause' });
  expect([state().training.run.phase, state().data.run.phase]).toEqual(['paused', 'ready']);
  dispatch('training', { kind: 'resume' });
  expect(state().training.run.phase).toBe('running');
  work.resolve();
  await finished;
});
