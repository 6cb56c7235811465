import type { Kept } from '../core/kept-files.ts';
import { closeDatabase, type Database, openDatabase } from './database.ts';
import { explainStorage, isStorageFull } from './errors.ts';
import type { KeptRecord, StoredRecord } from './records.ts';

/** Files of one sort, kept in the browser. Every call throws a LabError where the browser keeps nothing, or has no room left. */
export interface BlobStore<Info extends object> {
  /** All of them, newest first, without their bytes. */
  list(): Promise<readonly (Info & Kept)[]>;
  /** The file; null where there is none under this id. */
  read(id: string): Promise<KeptRecord<Info> | null>;
  /** Keeps a file, in the place of the one that had this id. */
  put(id: string, info: Info, blob: Blob): Promise<void>;
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}

/** One object store of the database, as a blob store uses it. */
export interface ObjectStore<Info extends object> {
  getAll(database: Database): Promise<readonly StoredRecord<Info>[]>;
  get(database: Database, id: string): Promise<StoredRecord<Info> | undefined>;
  put(database: Database, record: StoredRecord<Info>): Promise<unknown>;
  delete(database: Database, id: string): Promise<void>;
}

export function createBlobStore<Info extends object>(store: ObjectStore<Info>): BlobStore<Info> {
  const ask = async <T>(call: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await withDatabase(call);
    } catch (cause) {
      throw explainStorage(cause);
    }
  };
  return {
    async list() {
      const records = await ask((database) => store.getAll(database));
      return records.map(({ blob: _, ...info }) => info as unknown as Info & Kept).sort((a, b) => b.savedAt - a.savedAt);
    },
    async read(id) {
      const record = await ask((database) => store.get(database, id));
      return record ? { ...record, blob: record.blob instanceof Blob ? record.blob : new Blob([record.blob]) } : null;
    },
    async put(id, info, blob) {
      const record = { ...info, id, savedAt: Date.now(), bytes: blob.size, blob };
      await ask(async (database) => {
        try {
          await store.put(database, record);
        } catch (cause) {
          if (isStorageFull(cause)) throw cause;
          await store.put(database, { ...record, blob: await blob.arrayBuffer() });
        }
      });
    },
    remove: (id) => ask((database) => store.delete(database, id)),
  };
}

/** Once more where the database was closed or deleted in the midst of it, as when the site's data is cleared. */
async function withDatabase<T>(call: (database: Database) => Promise<T>): Promise<T> {
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
