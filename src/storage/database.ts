import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DataSetInfo } from '../core/kept.ts';
import type { RunInfo } from '../core/kept-run.ts';
import type { StoredRecord } from './kept.ts';

interface Schema extends DBSchema {
  'data-sets': { key: string; value: StoredRecord<DataSetInfo> };
  checkpoints: { key: string; value: StoredRecord<RunInfo> };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'matinee';
/** To be raised, with a step in `upgrade`, when a store is added. */
const VERSION = 1;

let opened: Promise<Database> | null = null;

/** The one database of this origin. Opened at the first call, and again after the browser or another tab has closed it. */
export function openDatabase(): Promise<Database> {
  if (opened) return opened;
  const forget = (): void => {
    opened = null;
  };
  opened = openDB<Schema>(NAME, VERSION, {
    upgrade(database, before) {
      if (before >= 1) return;
      database.createObjectStore('data-sets', { keyPath: 'id' });
      database.createObjectStore('checkpoints', { keyPath: 'id' });
    },
    // Another tab has a newer page, which waits until this one lets go.
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}
