import type { KeptRecord } from './kept.ts';
import type { Shelf } from './shelf.ts';

/** A shelf that lasts as long as the program: for tests. */
export function createMemoryShelf<Info extends object>(): Shelf<Info> {
  const records = new Map<string, KeptRecord<Info>>();
  let puts = 0;
  return {
    list: async () => [...records.values()].sort((a, b) => b.savedAt - a.savedAt).map(({ blob: _, ...info }) => info as never),
    read: async (id) => records.get(id) ?? null,
    put: async (id, info, blob) => void records.set(id, { ...info, id, savedAt: ++puts, bytes: blob.size, blob }),
    remove: async (id) => void records.delete(id),
  };
}
