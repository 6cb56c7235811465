import type { Helper } from '../../../core/ask-for-helper.ts';
import type { Thread } from '../host.ts';
import type { ThreadTask } from './run-thread.ts';

/** A helper that has not answered by then will not. */
const START_MILLISECONDS = 10_000;

/** One that was sent home comes at once, unless something is wrong with it. */
const STOP_MILLISECONDS = 200;

/** A worker that waits may still hold the memory it worked on. */
const LARGEST_KEPT_BYTES = 32 * 2 ** 20;

/** Starts helpers, in workers that are used again: the engine is tried on several small models before it trains the first large one. */
export interface WorkerPool {
  /** Has so many workers made, so that the first helpers need not wait for them. */
  fill(count: number): void;
  /** Resolves when the helper is ready for commands; rejects where it cannot start. */
  start(task: ThreadTask): Promise<Thread>;
}

export function createWorkerPool(createWorker: () => Helper): WorkerPool {
  /** Made ahead, or sent home from small models; null where one broke, or did not come. */
  const free: (() => Promise<Helper | null>)[] = [];

  async function takeWorker(): Promise<Helper> {
    return (await free.pop()?.()) ?? createWorker();
  }

  function makeAhead(): void {
    let worker: Helper | null = createWorker();
    worker.onerror = () => {
      worker?.terminate();
      worker = null;
    };
    free.push(async () => worker);
  }

  return {
    fill(count) {
      for (let i = 0; i < count; i++) makeAhead();
    },
    async start(task) {
      const worker = await takeWorker();
      await answer(worker, START_MILLISECONDS, () => worker.postMessage(task));
      return {
        terminate() {
          if (task.memory.buffer.byteLength > LARGEST_KEPT_BYTES) worker.terminate();
          else {
            const home = answer(worker, STOP_MILLISECONDS).then(
              () => worker,
              () => null,
            );
            free.push(() => home);
          }
        },
      };
    },
  };
}

/** Waits for the worker's next message; without one in time, or where it fails, it is ended and the promise rejects. */
function answer(worker: Helper, patience: number, ask: () => void = () => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error(reason));
    };
    const timer = setTimeout(() => fail('it did not answer in time'), patience);
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.onerror = ({ message }) => fail(message || 'its script did not load');
    ask();
  });
}
