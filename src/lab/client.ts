import { LabError, type LabErrorData } from '../core/errors.ts';
import type { CallOptions, ClientOf, Message, Request } from './wire.ts';

/** The smallest part of a Worker (or MessagePort) that the client needs. */
export interface Endpoint {
  postMessage(request: Request, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}

/** The page's side of the lab: any call by its name. `callsOf` gives it the types of a contract. */
export interface LabClient {
  call(name: string, args: unknown, options?: CallOptions<never>): Promise<unknown>;
}

export interface LabListeners {
  /** The lab is gone: it did not start, or it broke beyond repair. Calls under way and later ones are rejected with the same error. */
  onCrash(error: LabErrorData): void;
}

interface Pending extends Pick<CallOptions<never>, 'onProgress'> {
  resolve(value: unknown): void;
  reject(error: LabError): void;
}

const RELOAD = 'Reload the page.';
/** Of a worker that another takes the place of. */
const STARTED_AGAIN = 'It is restarting. Then try again.';

/** The calls of a contract whose handlers stand in `folder` (of `cells/`), by name; nothing has to be listed. */
export function callsOf<Contract>(lab: LabClient, folder: string): ClientOf<Contract> {
  const calls = new Proxy({} as Record<string, unknown>, {
    get(made, name: string) {
      // What is awaited is asked whether it is a promise.
      if (name === 'then') return undefined;
      made[name] ??= (args: unknown, options?: CallOptions<never>) => lab.call(`${folder}/${name}`, args, options);
      return made[name];
    },
  });
  return calls as ClientOf<Contract>;
}

/** `remedy`: of a lab that is gone. */
export function createLabClient(endpoint: Endpoint, { onCrash }: LabListeners, remedy: string = RELOAD): LabClient {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let gone: LabErrorData | null = null;

  const settle = (message: Extract<Message, { id: number }>): void => {
    const call = pending.get(message.id);
    if (message.kind === 'progress') {
      call?.onProgress?.(message.progress as never);
      return;
    }
    pending.delete(message.id);
    if (message.kind === 'reply') call?.resolve(message.value);
    else call?.reject(toLabError(message.error));
  };

  endpoint.addEventListener('message', ({ data: message }) => {
    if ('id' in message) settle(message);
  });
  endpoint.addEventListener('error', (event) => {
    const cause = event instanceof ErrorEvent && event.message ? `: ${event.message}` : '';
    gone = {
      code: 'crashed',
      message: `The worker that does the training stopped${cause}.`,
      remedy,
    };
    for (const call of pending.values()) call.reject(toLabError(gone));
    pending.clear();
    onCrash(gone);
  });

  return {
    call(name, args, { onProgress, signal, transfer = [] } = {}) {
      const id = nextId++;
      const abort = (): void => endpoint.postMessage({ kind: 'abort', id }, []);
      const answer = new Promise<unknown>((resolve, reject) => {
        if (gone) throw toLabError(gone);
        endpoint.postMessage({ kind: 'call', id, call: name, args }, transfer);
        pending.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      });
      return answer.finally(() => signal?.removeEventListener('abort', abort));
    },
  };
}

const toLabError = ({ code, message, remedy, ...questions }: LabErrorData): LabError =>
  new LabError(code, message, remedy, questions);

/** A worker that stops again and again will not get better. */
const MOST_RESTARTS = 3;

/**
 * A lab that outlives its worker: a new one takes the place of one that stopped, `onRestart` is told why, and later calls go to
 * the new one. `onCrash` is called where that does not help.
 */
export function createRestartingClient(
  open: () => Endpoint,
  { onCrash, onRestart }: LabListeners & { onRestart(error: LabErrorData): void },
): LabClient {
  let restarts = 0;
  let current = connect();

  function connect(): LabClient {
    let over = false;
    const isLast = restarts >= MOST_RESTARTS;
    const listeners: LabListeners = {
      onCrash(error) {
        if (over) return;
        over = true;
        if (isLast) return onCrash(error);
        restarts++;
        current = connect();
        onRestart(error);
      },
    };
    return createLabClient(open(), listeners, isLast ? RELOAD : STARTED_AGAIN);
  }

  return { call: (...call) => current.call(...call) };
}
