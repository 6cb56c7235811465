import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunInfo } from '../core/kept-run.ts';
import { testRecord } from '../core/run-record.fixture.ts';
import { storageRoom } from './room.ts';

const INFO = { file: 'ml-1m.zip', sha256: 'abc', url: null, fetchedAt: 1 };

/** The modules afresh, as after a reload of the page; the database stays. */
async function reload() {
  vi.resetModules();
  return { ...(await import('./data-sets.ts')), ...(await import('./runs.ts')), ...(await import('./run-records.ts')) };
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a store', () => {
  it('gives back after a reload what was put on it, bytes and all', async () => {
    const { dataSets } = await reload();
    await dataSets.put('one', INFO, new Blob(['1::2::3::4\n']));
    const kept = await (await reload()).dataSets.read('one');
    expect(kept).toMatchObject({ ...INFO, id: 'one', bytes: 11 });
    expect(await kept?.blob.text()).toBe('1::2::3::4\n');
  });

  it('lists newest first, without the bytes, one per id', async () => {
    const { dataSets, runs } = await reload();
    const now = vi.spyOn(Date, 'now');
    for (const [time, id] of [
      [1, 'a'],
      [3, 'b'],
      [2, 'c'],
      [4, 'a'],
    ] as const) {
      now.mockReturnValue(time);
      await dataSets.put(id, INFO, new Blob(['x'.repeat(time)]));
    }
    await runs.put('a', {} as RunInfo, new Blob(['w']));
    const list = await dataSets.list();
    expect(list.map(({ id, savedAt, bytes }) => [id, savedAt, bytes])).toEqual([
      ['a', 4, 4],
      ['b', 3, 3],
      ['c', 2, 2],
    ]);
    expect(list[0]).not.toHaveProperty('blob');
  });

  it('puts back what was removed, with its date', async () => {
    const { dataSets } = await reload();
    await dataSets.put('one', INFO, new Blob(['x']));
    const record = await dataSets.read('one');
    const list = await dataSets.list();
    await dataSets.remove('one');
    if (record) await dataSets.putBack(record);
    expect(await dataSets.list()).toEqual(list);
    expect(await (await dataSets.read('one'))?.blob.text()).toBe('x');
  });

  it('forgets what is removed, and does not mind what is not there', async () => {
    const { dataSets } = await reload();
    await dataSets.put('one', INFO, new Blob(['x']));
    await dataSets.remove('one');
    await dataSets.remove('two');
    expect(await dataSets.list()).toEqual([]);
    expect(await dataSets.read('one')).toBeNull();
  });
});

it('keeps records of runs, in the place of those of the same id', async () => {
  const { runRecords } = await reload();
  await runRecords.put([testRecord({}, { id: 'a' }), testRecord({}, { id: 'b' })]);
  await runRecords.put([testRecord({}, { id: 'b', name: 'wide' })]);
  await runRecords.remove(['a', 'c']);
  expect(await (await reload()).runRecords.list()).toEqual([testRecord({}, { id: 'b', name: 'wide' })]);
});

it('says so where the browser keeps no records', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const { runRecords } = await reload();
  await expect(runRecords.list()).rejects.toMatchObject({ code: 'storage-missing' });
});

it('adds the records to the database of a page that had none, and leaves the rest', async () => {
  const former = await openDB('matinee', 2, {
    upgrade(database) {
      for (const name of ['data-sets', 'data-set-files', 'runs', 'run-states'])
        database.createObjectStore(name, { keyPath: 'id' });
    },
  });
  await former.put('runs', { at: 5, id: 'two', savedAt: 2, bytes: 1 });
  former.close();
  const { runs, runRecords } = await reload();
  await runRecords.put([testRecord()]);
  expect(await runRecords.list()).toHaveLength(1);
  expect(await runs.list()).toEqual([{ at: 5, id: 'two', savedAt: 2, bytes: 1 }]);
});

it('takes over the files of a former version of the page, which held them within their records', async () => {
  const former = await openDB('matinee', 1, {
    upgrade: (database) => {
      database.createObjectStore('data-sets', { keyPath: 'id' });
      database.createObjectStore('checkpoints', { keyPath: 'id' });
    },
  });
  await former.put('data-sets', { ...INFO, id: 'one', savedAt: 1, bytes: 3, blob: new Blob(['abc']) });
  await former.put('checkpoints', { at: 5, id: 'two', savedAt: 2, bytes: 1, blob: new Uint8Array([7]).buffer });
  former.close();
  const { dataSets, runs } = await reload();
  expect(await dataSets.list()).toEqual([{ ...INFO, id: 'one', savedAt: 1, bytes: 3 }]);
  expect(await (await dataSets.read('one'))?.blob.text()).toBe('abc');
  expect(await runs.list()).toEqual([{ at: 5, id: 'two', savedAt: 2, bytes: 1 }]);
  expect(new Uint8Array((await (await runs.read('two'))?.blob.arrayBuffer()) as ArrayBuffer)).toEqual(new Uint8Array([7]));
});

describe("where the browser refuses blobs, as in WebKit's private windows", () => {
  beforeEach(() => {
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (value.blob instanceof Blob) throw new DOMException('Error preparing Blob/File data', 'UnknownError');
      return put.call(this, value, key);
    });
  });

  it('keeps the bytes, and gives them back as a blob after a reload', async () => {
    const { runs } = await reload();
    await runs.put('one', { at: 1 } as unknown as RunInfo, new Blob(['former']));
    await runs.put('one', { at: 2 } as unknown as RunInfo, new Blob([new Uint8Array([0, 255, 7])]));
    const again = (await reload()).runs;
    const kept = await again.read('one');
    expect(kept).toMatchObject({ at: 2, id: 'one', bytes: 3 });
    expect(kept?.blob).toBeInstanceOf(Blob);
    expect([...new Uint8Array((await kept?.blob.arrayBuffer()) as ArrayBuffer)]).toEqual([0, 255, 7]);
    expect((await again.list()).map(({ id, bytes }) => [id, bytes])).toEqual([['one', 3]]);
  });

  it('says what it says of bytes, if it refuses those too', async () => {
    const { dataSets } = await reload();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation((value) => {
      throw value.blob instanceof Blob ? new DOMException('no blobs') : new DOMException('too much', 'QuotaExceededError');
    });
    const error = await dataSets.put('one', INFO, new Blob(['x'])).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'storage-full' });
  });
});

describe('what the browser refuses is said', () => {
  it('no storage at all, and it is asked again later', async () => {
    const { dataSets } = await reload();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The user denied permission', 'SecurityError');
    });
    const error = await dataSets.list().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      code: 'storage-missing',
      message: 'The browser keeps no files for this page (The user denied permission).',
    });
    open.mockRestore();
    expect(await dataSets.list()).toEqual([]);
  });

  it('no room left', async () => {
    const { dataSets } = await reload();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('too much', 'QuotaExceededError');
    });
    const error = await dataSets.put('one', INFO, new Blob(['x'])).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'storage-full', message: 'The browser has no more space for files of this page.' });
    vi.restoreAllMocks();
    expect(await dataSets.list()).toEqual([]);
  });
});

it('says how much room there is, where the browser does', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5, quota: 100 }) } });
  expect(await storageRoom()).toEqual({ used: 5, quota: 100 });
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({}) } });
  expect(await storageRoom()).toBeNull();
  vi.stubGlobal('navigator', {});
  expect(await storageRoom()).toBeNull();
});

it('where the file finds no room, the record of the one before stays with its file', async () => {
  const { dataSets } = await reload();
  await dataSets.put('one', INFO, new Blob(['former']));
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if ('blob' in value) throw new DOMException('too much', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  await expect(dataSets.put('one', { ...INFO, file: 'new.zip' }, new Blob(['x']))).rejects.toMatchObject({
    code: 'storage-full',
  });
  expect(await dataSets.read('one')).toMatchObject({ file: INFO.file, bytes: 6 });
});

describe('a database that goes in the midst of a call', () => {
  it('is opened once more', async () => {
    const { dataSets } = await reload();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('The connection is closing', 'InvalidStateError');
    });
    await dataSets.put('one', INFO, new Blob(['x']));
    expect((await dataSets.list()).map(({ id }) => id)).toEqual(['one']);
  });

  it('and does not come back is an error', async () => {
    const { dataSets } = await reload();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The connection is closing', 'InvalidStateError');
    });
    await expect(dataSets.put('one', INFO, new Blob(['x']))).rejects.toMatchObject({ code: 'storage-missing' });
  });
});

const EVENTS = { addEventListener: { value: () => undefined }, removeEventListener: { value: () => undefined } };

it('a database that another tab keeps from being opened is not waited for for ever', async () => {
  // A request that is never answered.
  const { dataSets } = await reload();
  vi.spyOn(indexedDB, 'open').mockReturnValue(Object.create(IDBOpenDBRequest.prototype, EVENTS) as IDBOpenDBRequest);
  vi.useFakeTimers();
  const listing = expect(dataSets.list()).rejects.toMatchObject({
    code: 'storage-missing',
    remedy: 'Close the other tabs of this page.',
  });
  await vi.advanceTimersByTimeAsync(20_000);
  await listing;
  vi.useRealTimers();
});
