import { serveHelpers } from '../../src/lab/helper-server.ts';
import type { Experiments } from './experiments.ts';

declare global {
  interface Window {
    parity: Experiments;
  }
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: string;
}

/** Engines run in a worker, as on the real page: threads may not be waited for elsewhere. */
const worker = new Worker(new URL('./experiments.ts', import.meta.url), { type: 'module' });
serveHelpers(worker, {
  'simd-thread': () => new Worker(new URL('../../src/engines/simd/threads/thread.ts', import.meta.url), { type: 'module' }),
  trainer: () => {
    throw new Error('Nothing is trained beside another here');
  },
  downloader: () => {
    throw new Error('Nothing is downloaded here');
  },
});
let asked = 0;

function ask(name: string, args: readonly unknown[]): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data: { value, failure, ...answer } }: MessageEvent<Answer>) => {
      if (answer.id !== id) return;
      if (failure === undefined) resolve(value);
      else reject(new Error(failure));
    });
    worker.postMessage({ id, name, args });
  });
}

window.parity = new Proxy({} as Experiments, {
  get:
    (_, name) =>
    (...args: unknown[]) =>
      ask(String(name), args),
});
