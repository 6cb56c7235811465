import { expect, it, vi } from 'vitest';
import { createOffline, type OfflineBrowser } from './offline.ts';

const SCOPE = 'https://example.org/matinee/';

class FakeWorker extends EventTarget {
  readonly messages: unknown[] = [];
  canSave = true;
  isSlow = false;
  postMessage(message: unknown, [port]: MessagePort[] = []): void {
    this.messages.push(message);
    if (!this.isSlow) port?.postMessage(this.canSave);
  }
}

class FakeRegistration extends EventTarget {
  readonly scope = SCOPE;
  active: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  isRegistered = true;
  unregister(): Promise<boolean> {
    this.isRegistered = false;
    return Promise.resolve(true);
  }
}

/** A browser that has the registration, and what is to be seen of it. */
function browser(registration: FakeRegistration | undefined, choice: string | null = null) {
  const kept = new Map<string, string>(choice === null ? [] : [['matinee.offline', choice]]);
  const cacheNames = new Set([`${SCOPE} 1`, `${SCOPE} 2`, 'https://example.org/matinee/old/ 1']);
  const container = Object.assign(new EventTarget(), { register: () => Promise.resolve(registration) });
  let reloads = 0;
  const parts = {
    workers: container,
    caches: { keys: async () => [...cacheNames], delete: async (name: string) => cacheNames.delete(name) },
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    }),
    reload: () => {
      reloads++;
    },
  };
  const offline = createOffline('service-worker.js', parts as unknown as OfflineBrowser);
  return { offline, kept, cacheNames, container, reloads: () => reloads, state: () => offline.store.getState() };
}

it('is on once all is saved', async () => {
  const registration = new FakeRegistration();
  const worker = new FakeWorker();
  registration.installing = worker;
  const { offline, state } = browser(registration);
  await offline.start();
  expect(state()).toEqual({ status: 'saving', hasUpdate: false });
  registration.installing = null;
  registration.active = worker;
  worker.dispatchEvent(new Event('statechange'));
  expect(state()).toEqual({ status: 'on', hasUpdate: false });
});

it('has failed where a file could not be saved', async () => {
  const registration = new FakeRegistration();
  const worker = new FakeWorker();
  registration.installing = worker;
  const { offline, state } = browser(registration);
  await offline.start();
  registration.installing = null;
  worker.dispatchEvent(new Event('statechange'));
  expect(state().status).toBe('failed');
});

it('says nothing without service workers, without storage and where registering is refused', async () => {
  const { offline, state } = browser(undefined);
  await offline.start();
  expect(state().status).toBe('unknown');
  const barred = createOffline('service-worker.js', {
    workers: { register: () => Promise.reject(new Error('insecure')) },
    storage: () => {
      throw new Error('barred');
    },
  } as unknown as OfflineBrowser);
  await barred.start();
  expect(barred.store.getState().status).toBe('unknown');
});

it('offers a new version, and reloads when that has taken over', async () => {
  const registration = new FakeRegistration();
  registration.active = new FakeWorker();
  const { offline, state, container, reloads } = browser(registration);
  await offline.start();
  const next = new FakeWorker();
  registration.installing = next;
  registration.dispatchEvent(new Event('updatefound'));
  expect(state()).toEqual({ status: 'on', hasUpdate: false });
  registration.installing = null;
  registration.waiting = next;
  next.dispatchEvent(new Event('statechange'));
  expect(state()).toEqual({ status: 'on', hasUpdate: true });
  offline.update();
  expect(next.messages).toEqual(['take-over']);
  expect(reloads()).toBe(0);
  container.dispatchEvent(new Event('controllerchange'));
  expect(reloads()).toBe(1);
});

it('no longer offers a version that another window has taken', async () => {
  const registration = new FakeRegistration();
  registration.active = new FakeWorker();
  const next = new FakeWorker();
  registration.waiting = next;
  const { offline, state, reloads } = browser(registration);
  await offline.start();
  expect(state().hasUpdate).toBe(true);
  registration.active = next;
  registration.waiting = null;
  next.dispatchEvent(new Event('statechange'));
  expect(state().hasUpdate).toBe(false);
  offline.update();
  expect(reloads()).toBe(1);
});

it('switched off, deletes what it saved and nothing else, and remembers', async () => {
  const registration = new FakeRegistration();
  const worker = new FakeWorker();
  registration.active = worker;
  const { offline, state, kept, cacheNames } = browser(registration);
  await offline.start();
  await offline.switchOff();
  worker.dispatchEvent(new Event('statechange'));
  expect(state()).toEqual({ status: 'off', hasUpdate: false });
  expect(registration.isRegistered).toBe(false);
  expect([...cacheNames]).toEqual(['https://example.org/matinee/old/ 1']);
  expect(kept.get('matinee.offline')).toBe('off');
});

it('switched on again on the same page, saves again', async () => {
  const registration = new FakeRegistration();
  const worker = new FakeWorker();
  registration.active = worker;
  const { offline, state, kept } = browser(registration, 'off');
  await offline.start();
  await offline.switchOn();
  expect(kept.size).toBe(0);
  expect(worker.messages).toEqual(['save']);
  expect(state().status).toBe('on');
  worker.canSave = false;
  await offline.switchOff();
  await offline.switchOn();
  expect(state().status).toBe('failed');
});

it('lets what is being saved wait, at first and when it is saved again, and no worker that saves nothing', async () => {
  const registration = new FakeRegistration();
  const [installing, active] = [new FakeWorker(), new FakeWorker()];
  registration.installing = installing;
  const { offline } = browser(registration);
  offline.rest();
  await offline.start();
  offline.rest();
  expect(installing.messages).toEqual(['rest']);
  registration.installing = null;
  registration.active = active;
  installing.dispatchEvent(new Event('statechange'));
  offline.rest();
  expect(active.messages).toEqual([]);
  active.isSlow = true;
  await offline.switchOff();
  void offline.switchOn();
  await vi.waitFor(() => expect(active.messages).toEqual(['save']));
  offline.rest();
  expect(active.messages).toEqual(['save', 'rest']);
});

it('registers nothing where it was switched off', async () => {
  const registration = new FakeRegistration();
  registration.active = new FakeWorker();
  const { offline, state } = browser(registration, 'off');
  await offline.start();
  expect(state().status).toBe('off');
});
