import { describe, expect, test, vi } from 'vitest';
import type { Helper } from '../../../core/ask-for-helper.ts';
import type { ThreadTask } from './run-thread.ts';
import { createWorkerPool } from './worker-pool.ts';

/** Says 'ready' to a task; and 'free' when it is told to go home, unless it is lost. */
function createFakeWorker(isLost = false) {
  const worker = {
    tasks: [] as unknown[],
    ended: false,
    onmessage: null as (() => void) | null,
    onerror: null as ((event: { message: string }) => void) | null,
    postMessage(task: unknown) {
      worker.tasks.push(task);
      queueMicrotask(() => worker.onmessage?.());
    },
    goHome: () => void (isLost || worker.onmessage?.()),
    terminate() {
      worker.ended = true;
    },
  };
  return worker;
}

const taskOf = (pages: number): ThreadTask => ({ memory: new WebAssembly.Memory({ initial: pages }) }) as unknown as ThreadTask;

function poolOf(workers: readonly ReturnType<typeof createFakeWorker>[]) {
  const left = [...workers];
  return createWorkerPool(() => left.shift() as unknown as Helper);
}

describe('createWorkerPool', () => {
  test('gives a worker that came home its next task', async () => {
    const [first, second] = [createFakeWorker(), createFakeWorker()];
    const pool = poolOf([first, second]);
    for (let task = 0; task < 3; task++) {
      (await pool.start(taskOf(1))).terminate();
      first.goHome();
    }
    expect([first.tasks.length, second.tasks.length, first.ended]).toEqual([3, 0, false]);
  });

  test('gives a worker that was made ahead its first task, unless it has broken by then', async () => {
    const [broken, sound, another] = [createFakeWorker(), createFakeWorker(), createFakeWorker()];
    const pool = poolOf([broken, sound, another]);
    pool.fill(2);
    broken.onerror?.({ message: 'its script did not load' });
    await pool.start(taskOf(1));
    await pool.start(taskOf(1));
    expect([broken, sound, another].map(({ tasks }) => tasks.length)).toEqual([0, 1, 1]);
    expect([broken, sound, another].map(({ ended }) => ended)).toEqual([true, false, false]);
  });

  test('takes another where one does not come home', async () => {
    vi.useFakeTimers();
    const [lost, second] = [createFakeWorker(true), createFakeWorker()];
    const pool = poolOf([lost, second]);
    (await pool.start(taskOf(1))).terminate();
    lost.goHome();
    const next = pool.start(taskOf(1));
    await vi.advanceTimersByTimeAsync(1000);
    await next;
    vi.useRealTimers();
    expect([lost.ended, second.tasks.length]).toEqual([true, 1]);
  });

  test('ends one that worked on large memory', async () => {
    const [first, second] = [createFakeWorker(), createFakeWorker()];
    const pool = poolOf([first, second]);
    (await pool.start(taskOf(1024))).terminate();
    await pool.start(taskOf(1));
    expect([first.ended, second.tasks.length]).toEqual([true, 1]);
  });

  test('says why a worker does not start', async () => {
    const broken = createFakeWorker();
    broken.postMessage = () => broken.onerror?.({ message: 'no memory left' });
    await expect(poolOf([broken]).start(taskOf(1))).rejects.toThrow('no memory left');
    expect(broken.ended).toBe(true);
  });
});
