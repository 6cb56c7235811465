import type { HelperKind, HelperRequest } from './helper.ts';

/** A worker that the page made, as the lab sees it. */
export interface Helper {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  /** Ends it at once. */
  terminate(): void;
}

/**
 * Asks the page for a worker. It starts once the page comes to it; what is posted before waits. Once it runs, what it is told and says
 * does not pass through the page.
 */
export function askForHelper(
  helper: HelperKind,
  ask: (request: HelperRequest, ports: MessagePort[]) => void = (request, ports) =>
    self.postMessage(request, { transfer: ports }),
): Helper {
  const [talk, life] = [new MessageChannel(), new MessageChannel()];
  const asked: Helper = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer = []) => talk.port1.postMessage(message, transfer),
    terminate() {
      life.port1.postMessage('end');
      life.port1.close();
      talk.port1.close();
    },
  };
  talk.port1.onmessage = ({ data }) => asked.onmessage?.({ data });
  life.port1.onmessage = ({ data }) => asked.onerror?.({ message: data });
  ask({ kind: 'helper', helper, port: talk.port2, life: life.port2 }, [talk.port2, life.port2]);
  return asked;
}
