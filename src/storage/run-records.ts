import type { RunRecord } from '../core/run-record.ts';
import { withDatabase } from './blob-store.ts';
import type { Database, WritableStore } from './database.ts';
import { explainStorage } from './errors.ts';
import { RUN_RECORDS } from './stores.ts';

/** Records of runs, kept in the browser. Every call throws a LabError where the browser keeps nothing, or has no room left. */
export interface RunRecordStore {
  /** All of them, in no order. */
  list(): Promise<readonly RunRecord[]>;
  /** Keeps records, each in the place of the one that had its id: all of them or none. */
  put(records: readonly RunRecord[]): Promise<void>;
  /** Removing what is not there is no error. */
  remove(ids: readonly string[]): Promise<void>;
}

export const runRecords: RunRecordStore = {
  list: () => ask((database) => database.getAll(RUN_RECORDS)),
  put: (records) => change((store) => records.map((record) => store.put(record))),
  remove: (ids) => change((store) => ids.map((id) => store.delete(id))),
};

async function ask<T>(call: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(call);
  } catch (cause) {
    throw explainStorage(cause);
  }
}

const change = (make: (store: WritableStore) => readonly Promise<unknown>[]): Promise<void> =>
  ask(async (database) => {
    const transaction = database.transaction(RUN_RECORDS, 'readwrite');
    await Promise.all([...make(transaction.store as unknown as WritableStore), transaction.done]);
  });
