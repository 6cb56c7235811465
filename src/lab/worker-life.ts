import type { Message } from './wire.ts';

/** A worker that was ended tells nobody; but the browser gives back the locks that it held. */

/** In the worker: holds the lock of this name for as long as it lives, and says so. */
export function holdLife(name: string, tell: (message: Message) => void): void {
  void navigator.locks?.request(name, () => {
    tell({ kind: 'alive' });
    return new Promise(() => undefined);
  });
}

/** In the page: calls `onEnd` once the worker that holds the lock is gone, however it went. */
export function watchLife(worker: Pick<Worker, 'addEventListener'>, name: string, onEnd: () => void): void {
  worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'alive') void navigator.locks.request(name, onEnd);
  });
}
