import type { HelperKind, HelperRequest } from '../core/helper.ts';
import type { Message } from './wire.ts';

/**
 * In the page: makes the workers that a lab asks for. A worker that makes workers itself may hang in Firefox.
 *
 * @returns what ends them all, to be called when the lab is gone
 */
export function serveHelpers(
  lab: Pick<Worker, 'addEventListener'>,
  make: Readonly<Record<HelperKind, () => Worker>>,
): () => void {
  const alive = new Set<Worker>();

  function start({ helper, port, life }: HelperRequest): void {
    try {
      const worker = make[helper]();
      alive.add(worker);
      worker.onerror = (event) => {
        // The lab deals with it.
        event.preventDefault();
        life.postMessage(event.message || 'its script did not load');
      };
      life.onmessage = () => {
        worker.terminate();
        alive.delete(worker);
        life.close();
      };
      worker.postMessage('talk', [port]);
    } catch (thrown) {
      life.postMessage(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  lab.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'helper') start(data);
  });
  return () => {
    for (const worker of alive) worker.terminate();
    alive.clear();
  };
}
