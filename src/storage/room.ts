import type { StorageRoom } from '../core/kept-files.ts';

/** Null where the browser does not say. */
export async function storageRoom(): Promise<StorageRoom | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  } catch {
    // No `navigator.storage` outside https and localhost.
    return null;
  }
}
