import { LabError, toErrorData } from '../core/errors.ts';
import type { CallContext, Message, Request } from './wire.ts';

/** The smallest part of a worker's global scope (or MessagePort) that the lab needs. */
export interface ServerEndpoint {
  postMessage(message: Message, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

export type Handler = (args: never, context: CallContext<never>) => Promise<unknown>;

/** The handler of a call by its name; undefined where there is none. */
export type FindHandler = (call: string) => Promise<Handler | undefined>;

const cancelled = (): LabError => new LabError('cancelled', 'It was stopped.', 'You can start it again.');

/** Answers requests; calls may overlap. */
export function serve(endpoint: ServerEndpoint, find: FindHandler): void {
  const underWay = new Map<number, AbortController>();

  async function answer({ id, call, args }: Extract<Request, { kind: 'call' }>): Promise<void> {
    const controller = new AbortController();
    underWay.set(id, controller);
    const transfer: Transferable[] = [];
    const context: CallContext<unknown> = {
      report: (progress) => endpoint.postMessage({ kind: 'progress', id, call, progress }, []),
      signal: controller.signal,
      transfer: (...parts) => void transfer.push(...parts),
    };
    try {
      const handler = await find(call);
      if (!handler) throw new LabError('crashed', `The lab has no call “${call}”.`, 'Reload the page.');
      const value = await handler(args as never, context as CallContext<never>);
      endpoint.postMessage({ kind: 'reply', id, call, value }, transfer);
    } catch (thrown) {
      endpoint.postMessage({ kind: 'failure', id, call, error: toErrorData(thrown) }, []);
    } finally {
      underWay.delete(id);
    }
  }

  endpoint.addEventListener('message', ({ data }) => {
    if (data.kind === 'abort') underWay.get(data.id)?.abort(cancelled());
    else void answer(data);
  });
}
