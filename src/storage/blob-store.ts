import type { Kept, KeptRecord } from '../core/kept-files.ts';
import { closeDatabase, type Database, openDatabase, type WritableStore } from './database.ts';
import { explainStorage, isStorageFull } from './errors.ts';
import type { StorePair } from './stores.ts';

/** Files of one sort, kept in the browser. Every call throws a LabError where the browser keeps nothing, or has no room left. */
export interface BlobStore<Info extends object> {
  /** All of them, newest first, without their bytes. */
  list(): Promise<readonly (Info & Kept)[]>;
  /** The file; null where there is none under this id. */
  read(id: string): Promise<KeptRecord<Info> | null>;
  /** Keeps a file, in the place of the one that had this id. */
  put(id: string, info: Info, blob: Blob): Promise<void>;
  /** Keeps a file that was removed as it was, with its date. */
  putBack(record: KeptRecord<Info>): Promise<void>;
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}

/** A list reads the small records alone: each file is in an object store of its own, under the id of its record. */
export function createBlobStore<Info extends object>({ records, files }: StorePair): BlobStore<Info> {
  const ask = async <T>(call: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await withDatabase(call);
    } catch (cause) {
      throw explainStorage(cause);
    }
  };

  /** Changes both stores or neither. */
  async function change(database: Database, make: (store: WritableStore, name: string) => Promise<unknown>): Promise<void> {
    const transaction = database.transaction([records, files], 'readwrite');
    const made = [records, files].map(async (name) => await make(transaction.objectStore(name), name));
    try {
      await Promise.all([...made, transaction.done]);
    } catch (thrown) {
      undo(transaction);
      throw thrown;
    }
  }

  const write = async (record: Kept, blob: Blob): Promise<void> => {
    const { id } = record;
    const putWith = (database: Database, bytes: Blob | ArrayBuffer) =>
      change(database, (store, name) => store.put(name === records ? record : { id, blob: bytes }));
    await ask(async (database) => {
      try {
        await putWith(database, blob);
      } catch (cause) {
        if (isStorageFull(cause)) throw cause;
        await putWith(database, await blob.arrayBuffer());
      }
    });
  };

  return {
    async list() {
      const all: (Info & Kept)[] = await ask((database) => database.getAll(records));
      return all.sort((a, b) => b.savedAt - a.savedAt);
    },
    async read(id) {
      const [record, file] = await ask((database) => {
        const transaction = database.transaction([records, files]);
        return Promise.all([transaction.objectStore(records).get(id), transaction.objectStore(files).get(id)]);
      });
      return record && file ? { ...(record as Info & Kept), blob: asBlob(file.blob) } : null;
    },
    put: (id, info, blob) => write({ ...info, id, savedAt: Date.now(), bytes: blob.size }, blob),
    putBack: ({ blob, ...record }) => write(record, blob),
    remove: (id) => ask((database) => change(database, (store) => store.delete(id))),
  };
}

/** A request that the browser did not take at all has not undone the other one. */
function undo(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over.
  }
}

const asBlob = (bytes: Blob | ArrayBuffer): Blob => (bytes instanceof Blob ? bytes : new Blob([bytes]));

/** Once more where the database was closed or deleted in the midst of it, as when the site's data is cleared. */
export async function withDatabase<T>(call: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await call(await openDatabase());
  } catch (thrown) {
    if (!wasCutOff(thrown)) throw thrown;
    closeDatabase();
    return await call(await openDatabase());
  }
}

const wasCutOff = (thrown: unknown): boolean =>
  thrown instanceof DOMException && (thrown.name === 'AbortError' || thrown.name === 'InvalidStateError');
