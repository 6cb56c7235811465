import { RUN_LOCK_PREFIX as PREFIX } from '../core/kept-run.ts';

/** Tells the runs that are going, in any tab of this browser, from those that were interrupted. */
export interface RunLocks {
  /** Holds the lock of a run until released, or until the worker is gone, however it goes. True again where it is held here; false where another has it. */
  hold(id: string): Promise<boolean>;
  release(id: string): void;
  /** The runs whose lock is held, here or elsewhere. */
  held(): Promise<ReadonlySet<string>>;
}

/** By the browser's Web Locks. Where it has none (no https), every run counts as interrupted once it is not one of this page. */
export function createRunLocks(locks: LockManager | undefined): RunLocks {
  const releases = new Map<string, () => void>();
  return {
    hold: (id) =>
      new Promise((resolve) => {
        if (!locks || releases.has(id)) return resolve(true);
        const holding = locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && new Promise<void>((release) => releases.set(id, release));
        });
        holding.catch(() => resolve(true));
      }),
    release(id) {
      releases.get(id)?.();
      releases.delete(id);
    },
    async held() {
      const { held = [] } = (await locks?.query()) ?? {};
      const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
      return new Set(names);
    },
  };
}
