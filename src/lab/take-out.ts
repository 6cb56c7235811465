import type { KeptRecord } from '../core/kept-files.ts';
import type { BlobStore } from '../storage/blob-store.ts';

/**
 * Removes a file from storage. Returns it, so that it can be put back; null where it was not there or could not be read. The bytes are a
 * copy: not every browser still reads a blob once its record is gone.
 */
export async function takeOut<Info extends object>(store: BlobStore<Info>, id: string): Promise<KeptRecord<Info> | null> {
  const kept = await copyOf(store, id).catch(() => null);
  await store.remove(id);
  return kept;
}

async function copyOf<Info extends object>(store: BlobStore<Info>, id: string): Promise<KeptRecord<Info> | null> {
  const kept = await store.read(id);
  return kept && { ...kept, blob: new Blob([await kept.blob.arrayBuffer()], { type: kept.blob.type }) };
}
