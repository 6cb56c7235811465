import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { KEPT_RUN_VERSION, type RunInfo } from '../core/kept-run.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { createMemoryBlobStore } from '../storage/memory-blob-store.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createRunLocks, type RunLocks } from './run-lock.ts';
import { createRunRegistry } from './run-registry.ts';

const info = (epochsDone: number): RunInfo => ({
  version: KEPT_RUN_VERSION,
  configuration: resolve({}),
  data: { name: 'test', ratings: 3 } as RunInfo['data'],
  engine: 'simd',
  epochsDone,
  validationError: 0.9,
  ended: null,
});
const STATE = { weights: { w: Float32Array.of(1) }, first: {}, second: {}, steps: 1 };
const CHECKPOINT: Checkpoint = { history: [], state: STATE, best: null };
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

/** Locks of one browser, as several tabs see them. */
function browserLocks(): () => RunLocks {
  const held = new Set<string>();
  return () => ({
    hold: async (id) => {
      if (held.has(id)) return false;
      held.add(id);
      return true;
    },
    release: (id) => void held.delete(id),
    held: async () => held,
  });
}

let store: BlobStore<RunInfo>;
let tab: () => RunLocks;
let time: number;
const open = () => createRunRegistry(store, tab(), () => time);
const never = () => expect.fail('It could not be kept');

// Fetched with the first run that is kept.
beforeAll(() => import('./checkpoint.ts'));
beforeEach(() => {
  store = createMemoryBlobStore();
  tab = browserLocks();
  time = 0;
});

describe('saving', () => {
  test('writes at once, then not more than every two seconds, and the latest when asked to', async () => {
    const put = vi.spyOn(store, 'put');
    const record = open().keep(crypto.randomUUID(), never);
    for (let epoch = 1; epoch <= 9; epoch++) {
      record.save(info(epoch), CHECKPOINT);
      await settle();
      time += 400;
    }
    expect(put.mock.calls.map(([, { epochsDone }]) => epochsDone)).toEqual([1, 6]);
    await record.flush();
    expect(put.mock.calls.map(([, { epochsDone }]) => epochsDone)).toEqual([1, 6, 9]);
    await record.flush();
    expect(put).toHaveBeenCalledTimes(3);
  });

  test('of a state that takes long to write is rarer', async () => {
    const put = vi.spyOn(store, 'put').mockImplementation(async () => {
      time += 1000;
    });
    const record = open().keep(crypto.randomUUID(), never);
    for (let epoch = 1; epoch <= 20; epoch++) {
      record.save(info(epoch), CHECKPOINT);
      await settle();
      time += 1000;
    }
    expect(put.mock.calls.length).toBe(2);
  });

  test('that finds room again says so, and keeps the run', async () => {
    vi.spyOn(store, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    const changes: unknown[] = [];
    const record = open().keep(crypto.randomUUID(), (error) => changes.push(error));
    record.save(info(1), CHECKPOINT);
    await record.flush();
    expect(changes).toHaveLength(1);
    await record.end('stopped');
    expect(changes).toEqual([expect.objectContaining({ code: 'crashed' }), null]);
    expect(await open().list()).toMatchObject([{ epochsDone: 1, ended: 'stopped' }]);
  });

  test('that fails says so once, and the run goes on', async () => {
    vi.spyOn(store, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    const failures: unknown[] = [];
    const record = open().keep(crypto.randomUUID(), (error) => failures.push(error));
    for (let epoch = 1; epoch <= 3; epoch++) {
      record.save(info(epoch), CHECKPOINT);
      await record.flush();
    }
    await record.end('done');
    expect(failures).toHaveLength(1);
  });
});

describe('what is offered', () => {
  test('to a later visit is a run that was interrupted, and one that ended, with its end', async () => {
    const first = open().keep(crypto.randomUUID(), never);
    first.save(info(1), CHECKPOINT);
    await first.end('stopped');
    tab = browserLocks(); // All tabs were closed, or crashed.
    const second = open().keep(crypto.randomUUID(), never);
    second.save(info(2), CHECKPOINT);
    await settle();
    tab = browserLocks();
    expect((await open().list()).map(({ epochsDone, ended }) => [epochsDone, ended])).toEqual([
      [2, null],
      [1, 'stopped'],
    ]);
  });

  test('is no run that is going in another tab, nor can it be read there', async () => {
    const record = open().keep(crypto.randomUUID(), never);
    record.save(info(1), CHECKPOINT);
    await settle();
    const other = open();
    expect(await other.list()).toEqual([]);
    const [kept] = await store.list();
    await expect(other.take(kept?.id ?? '')).rejects.toMatchObject({ code: 'busy' });
    await record.end('stopped');
    expect(await other.list()).toHaveLength(1);
    expect((await other.take(kept?.id ?? '')).checkpoint).toEqual(CHECKPOINT);
  });

  test('is nothing of this very page, and nothing of another version', async () => {
    const keeper = open();
    const record = keeper.keep(crypto.randomUUID(), never);
    record.save(info(1), CHECKPOINT);
    await record.end('done');
    await store.put('old', { ...info(1), version: 0 }, new Blob());
    expect(await keeper.list()).toEqual([]);
  });

  test('can be taken by one tab alone, and is not removed by another meanwhile', async () => {
    const record = open().keep(crypto.randomUUID(), never);
    record.save(info(1), CHECKPOINT);
    await record.end('stopped');
    const [one, other] = [open(), open()];
    const [{ id } = { id: '' }] = await one.list();
    const attempts = await Promise.allSettled([one.take(id), other.take(id)]);
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await other.remove(id);
    const [taken] = attempts;
    if (taken.status === 'fulfilled') taken.value.release();
    expect((await other.take(id)).checkpoint).toEqual(CHECKPOINT);
  });

  test('are the latest three, and never fewer because of others that are going', async () => {
    const going = open().keep(crypto.randomUUID(), never);
    going.save(info(1), CHECKPOINT);
    await settle();
    for (let epoch = 2; epoch <= 6; epoch++) {
      const record = open().keep(crypto.randomUUID(), never);
      record.save(info(epoch), CHECKPOINT);
      await record.end('done');
    }
    const another = open().keep(crypto.randomUUID(), never);
    another.save(info(7), CHECKPOINT);
    await another.end('done');
    const left = (await store.list()).map(({ epochsDone }) => epochsDone);
    expect(left).toContain(1);
    expect(left).toContain(7);
    expect(left.length).toBeLessThanOrEqual(5);
  });

  test('are older ones too, where they are to be spared', async () => {
    const keeper = open();
    keeper.spare(async (kept) => new Set(kept.filter(({ epochsDone }) => epochsDone === 1).map(({ id }) => id)));
    for (let epoch = 1; epoch <= 7; epoch++) {
      const record = keeper.keep(crypto.randomUUID(), never);
      record.save(info(epoch), CHECKPOINT);
      await record.end('done');
    }
    expect((await store.list()).map(({ epochsDone }) => epochsDone)).toEqual([7, 6, 5, 4, 1]);
  });

  test('can be put back once removed, as they were', async () => {
    const record = open().keep(crypto.randomUUID(), never);
    record.save(info(1), CHECKPOINT);
    await record.end('done');
    const keeper = open();
    const [kept = { id: '' }] = await keeper.list();
    const removed = await keeper.remove(kept.id);
    if (removed) await keeper.putBack(removed);
    expect(await keeper.list()).toEqual([kept]);
    expect((await keeper.take(kept.id)).checkpoint).toEqual(CHECKPOINT);
  });

  test('can be removed; then there is nothing to read', async () => {
    const record = open().keep(crypto.randomUUID(), never);
    record.save(info(1), CHECKPOINT);
    await record.end('done');
    const keeper = open();
    const [kept] = await keeper.list();
    await keeper.remove(kept?.id ?? '');
    expect(await keeper.list()).toEqual([]);
    await expect(keeper.take(kept?.id ?? '')).rejects.toMatchObject({ code: 'no-checkpoint' });
  });
});

test('without Web Locks every run counts as interrupted', async () => {
  const locks = createRunLocks(undefined);
  expect(await locks.hold('a')).toBe(true);
  expect(await locks.held()).toEqual(new Set());
  locks.release('a');
});

test('runs are numbered on from those that are known, which keep their numbers', () => {
  const registry = open();
  registry.recall(new Map([['a', 7]]));
  expect(registry.name().number).toBe(8);
  expect(registry.name('a').number).toBe(7);
  expect(registry.name().number).toBe(9);
});

test('the runs that ended in this page are among all that could be taken up', async () => {
  const keeper = open();
  const record = keeper.keep('a', never);
  record.save(info(1), CHECKPOINT);
  expect(await keeper.listAll()).toEqual([]);
  await record.end('done');
  expect((await keeper.listAll()).map(({ id }) => id)).toEqual(['a']);
});
