import { createStore, type StoreApi } from 'zustand/vanilla';

/** `unknown` until the browser has said, and for good where it has no service workers. */
export type OfflineStatus = 'unknown' | 'saving' | 'on' | 'off' | 'failed';

export interface OfflineState {
  readonly status: OfflineStatus;
  /** Whether a new version is saved and waits to be asked for. */
  readonly hasUpdate: boolean;
}

/** Keeps the page for use without a network, unless the visitor has switched that off. */
export interface Offline {
  readonly store: StoreApi<OfflineState>;
  /** Saves the page, or looks for a new version of it. */
  start(): Promise<void>;
  /** Deletes what is saved and remembers the choice. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
  /** Lets what is being saved wait for some seconds; to be called again and again while it is to wait. */
  rest(): void;
  /** Lets the new version take over and loads it. */
  update(): void;
}

/** The parts of the browser that are used. */
export interface OfflineBrowser {
  /** Undefined where there are none: insecure addresses, some private windows. */
  readonly workers: ServiceWorkerContainer | undefined;
  readonly caches: CacheStorage;
  /** May throw where storage is barred. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly reload: () => void;
}

const KEY = 'matinee.offline';

/** @param script the address of the service worker, in the folder of the page */
export function createOffline(script: string, { workers, caches, storage, reload }: OfflineBrowser): Offline {
  const store = createStore<OfflineState>(() => ({ status: 'unknown', hasUpdate: false }));
  let registration: ServiceWorkerRegistration | undefined;

  const show = (): void => {
    if (registration && store.getState().status !== 'off') store.setState(stateOf(registration));
  };

  const saveAgain = async (worker: ServiceWorker): Promise<void> => {
    store.setState({ status: 'saving' });
    store.setState({ status: (await save(worker)) ? 'on' : 'failed' });
  };

  const watchInstalling = (): void => {
    registration?.installing?.addEventListener('statechange', show);
    show();
  };

  const register = async (): Promise<void> => {
    registration = await workers?.register(script);
    registration?.addEventListener('updatefound', watchInstalling);
    // A version that another window asks for stops waiting.
    registration?.waiting?.addEventListener('statechange', show);
    watchInstalling();
  };

  return {
    store,
    async start() {
      try {
        if (storage().getItem(KEY) === 'off') store.setState({ status: 'off' });
        else await register();
      } catch {
        // A browser that saves nothing here: the page works as it does without service workers.
      }
    },
    async switchOff() {
      storage().setItem(KEY, 'off');
      store.setState({ status: 'off', hasUpdate: false });
      await registration?.unregister();
      const prefix = `${registration?.scope} `;
      const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
      await Promise.all(ours.map((name) => caches.delete(name)));
    },
    async switchOn() {
      storage().removeItem(KEY);
      store.setState({ status: 'saving' });
      try {
        await register();
        // Switched off on this same page, a service worker is still there and comes back without what it had saved.
        if (registration?.active) await saveAgain(registration.active);
      } catch {
        store.setState({ status: 'failed' });
      }
    },
    rest() {
      const saving = registration?.installing ?? (store.getState().status === 'saving' ? registration?.active : null);
      saving?.postMessage('rest');
    },
    update() {
      const waiting = registration?.waiting;
      if (!waiting) return reload();
      workers?.addEventListener('controllerchange', reload, { once: true });
      waiting.postMessage('take-over');
    },
  };
}

/** Whether all of the page could be saved. */
function save(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('save', [port2]);
  });
}

/** A version is active once all of it is saved. */
function stateOf({ active, waiting, installing }: ServiceWorkerRegistration): OfflineState {
  if (active) return { status: 'on', hasUpdate: waiting !== null };
  return { status: installing || waiting ? 'saving' : 'failed', hasUpdate: false };
}
