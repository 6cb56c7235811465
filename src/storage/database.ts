import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import { fetchPart } from '../core/fetch-part.ts';
import { separateFiles } from './separate-files.ts';
import { DATA_SETS, RUN_RECORDS, RUNS } from './stores.ts';

export type Database = IDBPDatabase;
export type WritableStore = IDBPObjectStore<unknown, string[], string, 'readwrite'>;

const NAME = 'matinee';
/** To be raised, with a step in `upgrade`, when a store is added. */
const VERSION = 3;

let opened: Promise<Database> | null = null;

/** Another tab may keep the database from being opened, for as long as it stands still. */
const PATIENCE_MILLISECONDS = 20_000;

/** The one database of this origin. Opened at the first call, and again after the browser or another tab has closed it. */
export function openDatabase(): Promise<Database> {
  opened ??= inTime(openIt());
  opened.catch(closeDatabase);
  return opened;
}

/** Forgets a connection that broke; the next call opens another. */
export function closeDatabase(): void {
  opened = null;
}

async function openIt(): Promise<Database> {
  const { openDB } = await fetchPart(() => import('idb'));
  return await openDB(NAME, VERSION, {
    async upgrade(database, _, __, transaction) {
      for (const name of [...[DATA_SETS, RUNS].flatMap(({ records, files }) => [records, files]), RUN_RECORDS]) {
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath: 'id' });
      }
      await separateFiles(transaction, 'data-sets', DATA_SETS);
      await separateFiles(transaction, 'checkpoints', RUNS);
      if (database.objectStoreNames.contains('checkpoints')) database.deleteObjectStore('checkpoints');
    },
    // Another tab has a newer page, which waits until this one lets go.
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      closeDatabase();
    },
    terminated: closeDatabase,
  });
}

async function inTime(opening: Promise<Database>): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('It did not open', 'TimeoutError')), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
