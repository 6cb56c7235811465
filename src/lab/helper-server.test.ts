import { afterEach, describe, expect, test, vi } from 'vitest';
import { askForHelper } from '../core/ask-for-helper.ts';
import type { HelperRequest } from '../core/helper.ts';
import { serveHelpers } from './helper-server.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A page that makes this worker, and what its lab asks it by. */
function createServer(make: () => unknown) {
  const lab = new EventTarget();
  const endAll = serveHelpers(lab as unknown as Worker, {
    'simd-thread': make as () => Worker,
    trainer: make as () => Worker,
    downloader: make as () => Worker,
  });
  const ask = (request: HelperRequest): void => {
    ports.push(request.port, request.life);
    lab.dispatchEvent(Object.assign(new Event('message'), { data: request }));
  };
  return { ask, endAll };
}

/** Answers what it is told with its double. */
function createFakeWorker() {
  return {
    ended: false,
    onerror: null as ((event: Pick<ErrorEvent, 'message' | 'preventDefault'>) => void) | null,
    postMessage(_: unknown, [port]: [MessagePort]) {
      port.onmessage = ({ data }) => port.postMessage(2 * data);
    },
    terminate() {
      this.ended = true;
    },
  };
}

const next = (helper: ReturnType<typeof askForHelper>): Promise<unknown> =>
  new Promise((resolve) => {
    helper.onmessage = ({ data }) => resolve(data);
    helper.onerror = ({ message }) => resolve(message);
  });

describe('a helper', () => {
  test('talks to the lab by a port of its own', async () => {
    const { ask } = createServer(createFakeWorker);
    const helper = askForHelper('simd-thread', ask);
    helper.postMessage(21);
    expect(await next(helper)).toBe(42);
  });

  test('ends when the lab says so, and no other with it', async () => {
    const workers = [createFakeWorker(), createFakeWorker()];
    const left = [...workers];
    const { ask } = createServer(() => left.shift());
    const [first] = [askForHelper('simd-thread', ask), askForHelper('downloader', ask)];
    first.terminate();
    await vi.waitFor(() => expect(workers.map(({ ended }) => ended)).toEqual([true, false]));
  });

  test('ends with its lab', () => {
    const workers = [createFakeWorker(), createFakeWorker()];
    const left = [...workers];
    const { ask, endAll } = createServer(() => left.shift());
    for (const _ of workers) askForHelper('simd-thread', ask);
    endAll();
    expect(workers.every(({ ended }) => ended)).toBe(true);
  });

  test.each([
    ['no more workers', 'no more workers'],
    ['', 'its script did not load'],
  ])('that breaks says why: %o', async (message, words) => {
    const worker = createFakeWorker();
    const { ask } = createServer(() => worker);
    const helper = askForHelper('simd-thread', ask);
    worker.onerror?.({ message, preventDefault: () => undefined });
    expect(await next(helper)).toBe(words);
  });

  test('that the browser refuses says why', async () => {
    const { ask } = createServer(() => {
      throw new Error('forbidden here');
    });
    expect(await next(askForHelper('downloader', ask))).toBe('forbidden here');
  });
});
