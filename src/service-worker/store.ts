import type { Build } from './build.ts';
import { withHeaders } from './with-headers.ts';

/** The files of one build, and of the build before for pages that are still open. */
export interface Store {
  /** Fetches every file of the build, and waits for `calm` before each. Rejects where one is missing or is not what was built. */
  fill(calm: () => Promise<void>): Promise<void>;
  /** Deletes the builds before the last one. */
  prune(): Promise<void>;
  /** Rejects where a file is neither kept nor to be had. */
  answer(path: string, request: Request): Promise<Response>;
}

/** @param scope the page's address: other pages of the origin have caches of their own */
export function createStore(build: Build, scope: string): Store {
  const prefix = `${scope} `;
  const name = prefix + build.version;

  return {
    async fill(calm) {
      const cache = await caches.open(name);
      // One after the other: nobody waits for them, and the page may be at work.
      for (const { path, integrity } of build.files) {
        await calm();
        const address = scope + path;
        // Names under assets/ carry a hash of their content; other files may lie outdated in the browser's cache.
        const freshness = path.startsWith('assets/') ? 'default' : 'no-cache';
        const response = await fetch(address, { integrity, cache: freshness, priority: 'low' });
        if (!response.ok) throw new Error(`${path || 'The page'} was answered with ${response.status}`);
        await cache.put(address, withHeaders(response, build.isolation));
      }
    },
    async prune() {
      const others = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
      await Promise.all(others.slice(0, -1).map((other) => caches.delete(other)));
    },
    async answer(path, request) {
      const address = scope + path;
      const now = await (await caches.open(name)).match(address, MATCH);
      const kept = now ?? (await caches.match(address, MATCH));
      return kept ?? withHeaders(await fetch(request), build.isolation);
    },
  };
}

const MATCH = { ignoreVary: true } as const;
