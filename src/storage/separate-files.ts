import type { IDBPTransaction } from 'idb';
import type { StorePair } from './stores.ts';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Moves what version 1 of the database held, each record with its file inside, to a store of records and one of files. */
export async function separateFiles(transaction: Upgrade, from: string, { records, files }: StorePair): Promise<void> {
  if (!transaction.objectStoreNames.contains(from)) return;
  for await (const cursor of transaction.objectStore(from)) {
    const { blob, ...record } = cursor.value;
    if (blob === undefined) continue;
    await transaction.objectStore(files).put({ id: record.id, blob });
    await transaction.objectStore(records).put(record);
  }
}
