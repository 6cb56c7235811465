import { toErrorData } from '../core/errors.ts';
import type { Lab, LabEvent, Message, Request } from './protocol.ts';

/** The smallest part of a worker's global scope (or MessagePort) that the lab needs. */
export interface ServerEndpoint {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/** Answers requests with a lab; calls may overlap. The lab sends its events by what it is created with. */
export function serve(endpoint: ServerEndpoint, createLab: (emit: (event: LabEvent) => void) => Lab): void {
  const lab = createLab((event) => endpoint.postMessage({ kind: 'event', event }));
  endpoint.addEventListener('message', async ({ data: { id, call, args } }) => {
    try {
      const method = lab[call] as (args: Request['args']) => Promise<unknown>;
      endpoint.postMessage({ kind: 'reply', id, value: await method(args) });
    } catch (thrown) {
      endpoint.postMessage({ kind: 'failure', id, error: toErrorData(thrown) });
    }
  });
}
