/** How much this origin keeps in the browser, and how much it may, in bytes; estimates by the browser. */
export interface StorageRoom {
  readonly used: number;
  readonly quota: number;
}

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
