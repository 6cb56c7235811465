import type { KeptRecord } from '../core/kept-files.ts';
import type { BlobStore } from './blob-store.ts';

/** A store that lasts as long as the program: for tests. */
export function createMemoryBlobStore<Info extends object>(): BlobStore<Info> {
  const records = new Map<string, KeptRecord<Info>>();
  let puts = 0;
  return {
    list: async () => [...records.values()].sort((a, b) => b.savedAt - a.savedAt).map(({ blob: _, ...info }) => info as never),
    read: async (id) => records.get(id) ?? null,
    put: async (id, info, blob) => void records.set(id, { ...info, id, savedAt: ++puts, bytes: blob.size, blob }),
    putBack: async (record) => void records.set(record.id, record),
    remove: async (id) => void records.delete(id),
  };
}
