import { LabError, type LabErrorData } from '../core/errors.ts';
import type { CallName, Lab, LabEvent, Message, Request } from './protocol.ts';

/** The smallest part of a Worker (or MessagePort) that the client needs. */
export interface Endpoint {
  postMessage(request: Request): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}

export interface LabListeners {
  onEvent(event: LabEvent): void;
  /** The lab is gone: it did not start, or it broke beyond repair. Calls under way and later ones are rejected with the same error. */
  onCrash(error: LabErrorData): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: LabError): void;
}

const RELOAD = 'Reload the page.';
/** Of a worker that another takes the place of. */
const STARTED_AGAIN = 'It is started again; then try once more.';

/** The page's side of the lab. A call that fails rejects with the LabError that the lab threw. */
export function createLabClient(endpoint: Endpoint, { onEvent, onCrash }: LabListeners, remedy: string = RELOAD): Lab {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let gone: LabErrorData | null = null;
  endpoint.addEventListener('message', ({ data: message }) => {
    if (message.kind === 'event') {
      onEvent(message.event);
      return;
    }
    if (message.kind === 'alive' || message.kind === 'helper') return;
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'reply') call?.resolve(message.value);
    else call?.reject(toLabError(message.error));
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
  const call = (name: CallName) => (args: object) =>
    new Promise((resolve, reject) => {
      if (gone) throw toLabError(gone);
      const id = nextId++;
      endpoint.postMessage({ id, call: name, args } as Request);
      pending.set(id, { resolve, reject });
    });
  return {
    load: call('load'),
    cancelLoad: call('cancelLoad'),
    keptData: call('keptData'),
    keepData: call('keepData'),
    forgetData: call('forgetData'),
    train: call('train'),
    pause: call('pause'),
    resume: call('resume'),
    step: call('step'),
    stop: call('stop'),
    findLearningRate: call('findLearningRate'),
    keptRuns: call('keptRuns'),
    restoreRun: call('restoreRun'),
    removeRun: call('removeRun'),
    recommend: call('recommend'),
    pickUser: call('pickUser'),
    tablePage: call('tablePage'),
    describeData: call('describeData'),
    explore: call('explore'),
    describeSplit: call('describeSplit'),
    compareEngines: call('compareEngines'),
    inspect: call('inspect'),
    tables: call('tables'),
    weights: call('weights'),
  } as Lab;
}

const toLabError = ({ code, message, remedy, mapping }: LabErrorData): LabError =>
  new LabError(code, message, remedy, { mapping });

/** A worker that stops again and again will not get better. */
const MOST_RESTARTS = 3;

/**
 * A lab that outlives its worker: a new one takes the place of one that stopped, `onRestart` is told why, and later calls go to
 * the new one. `onCrash` is called where that does not help.
 */
export function createRestartingClient(
  open: () => Endpoint,
  { onEvent, onCrash, onRestart }: LabListeners & { onRestart(error: LabErrorData): void },
): Lab {
  let restarts = 0;
  let current = connect();

  function connect(): Lab {
    let over = false;
    const isLast = restarts >= MOST_RESTARTS;
    const listeners: LabListeners = {
      onEvent: (event) => {
        if (!over) onEvent(event);
      },
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

  const names = Object.keys(current) as CallName[];
  return Object.fromEntries(names.map((name) => [name, (args: never) => current[name](args)])) as unknown as Lab;
}
