import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DataSetInfo } from '../core/kept-files.ts';
import type { RunInfo } from '../core/kept-run.ts';
import type { StoredRecord } from './records.ts';

interface Schema extends DBSchema {
  'data-sets': { key: string; value: StoredRecord<DataSetInfo> };
  checkpoints: { key: string; value: StoredRecord<RunInfo> };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'matinee';
/** To be raised, with a step in `upgrade`, when a store is added. */
const VERSION = 1;

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

function openIt(): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(database, before) {
      if (before >= 1) return;
      database.createObjectStore('data-sets', { keyPath: 'id' });
      database.createObjectStore('checkpoints', { keyPath: 'id' });
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
