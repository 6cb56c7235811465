import { expect, test } from 'vitest';
import { LabError } from '../core/errors.ts';
import { testRecord, testRun } from '../core/run-record.fixture.ts';
import { MOST_RECORDS, type RunRecord } from '../core/run-record.ts';
import type { RunRecordStore } from '../storage/run-records.ts';
import { createRecordKeeper } from './record-keeper.ts';

/** A store that can be made to fail. */
function testStore(initial: readonly RunRecord[] = []) {
  const records = new Map(initial.map((record) => [record.id, record]));
  const state = { isFull: false };
  const mayFail = (): void => {
    if (state.isFull) throw new LabError('storage-full', 'Full.', 'Free some.');
  };
  const store: RunRecordStore = {
    list: async () => {
      mayFail();
      return [...records.values()];
    },
    put: async (added) => {
      mayFail();
      for (const record of added) records.set(record.id, record);
    },
    remove: async (ids) => ids.forEach((id) => void records.delete(id)),
  };
  return { store, records, state };
}

test('records are listed newest first, and found again by another keeper', async () => {
  const { store } = testStore();
  let now = 0;
  const keeper = createRecordKeeper(store, () => ++now);
  await keeper.note(testRun('a'));
  await keeper.note(testRun('b'));
  const again = await createRecordKeeper(store, () => 0).list();
  expect(again.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('what is noted again keeps its name', async () => {
  const { store } = testStore();
  const keeper = createRecordKeeper(store, () => 1);
  const first = await keeper.note(testRun('a'));
  await keeper.put([{ ...(first as RunRecord), name: 'wide' }]);
  expect(await keeper.note({ ...testRun('a'), failed: true })).toMatchObject({ name: 'wide', outcome: 'failed' });
});

test('a run that was deleted does not come back by its next epoch, but by an undo', async () => {
  const { store } = testStore();
  const keeper = createRecordKeeper(store, () => 1);
  const first = (await keeper.note(testRun('a'))) as RunRecord;
  await keeper.remove(['a']);
  expect(await keeper.note(testRun('a'))).toBeNull();
  expect(await keeper.list()).toEqual([]);
  await keeper.put([first]);
  expect(await keeper.note(testRun('a'))).not.toBeNull();
});

test('without room records are listed all the same, and are stored once there is', async () => {
  const { store, records, state } = testStore();
  state.isFull = true;
  const keeper = createRecordKeeper(store, () => 1);
  await keeper.note(testRun('a'));
  expect((await keeper.list()).map(({ id }) => id)).toEqual(['a']);
  expect(keeper.problem).toMatchObject({ code: 'storage-full' });
  state.isFull = false;
  await keeper.note(testRun('b'));
  expect(keeper.problem).toBeNull();
  expect([...records.keys()]).toEqual(['a', 'b']);
});

test('of too many the oldest go', async () => {
  const many = Array.from({ length: MOST_RECORDS }, (_, at) => testRecord({}, { id: `r${at}`, startedAt: at }));
  const { store, records } = testStore(many);
  await createRecordKeeper(store, () => 9999).note(testRun('new'));
  expect(records.size).toBe(MOST_RECORDS);
  expect([records.has('r0'), records.has('r1'), records.has('new')]).toEqual([false, true, true]);
});

test('of too many those of a file go before the own ones, however new they are', async () => {
  const own = Array.from({ length: MOST_RECORDS - 1 }, (_, at) => testRecord({}, { id: `r${at}`, startedAt: at }));
  const { store, records } = testStore(own);
  const files = [5000, 6000].map((startedAt) => testRecord({}, { id: `f${startedAt}`, startedAt, origin: 'file' }));
  await createRecordKeeper(store).put(files);
  expect([records.size, records.has('r0'), records.has('f5000'), records.has('f6000')]).toEqual([
    MOST_RECORDS,
    true,
    false,
    true,
  ]);
});

test('the pinned run stays, however old it is', async () => {
  const many = Array.from({ length: MOST_RECORDS }, (_, at) => testRecord({}, { id: `r${at}`, startedAt: at }));
  const { store, records } = testStore([testRecord({}, { id: 'pinned', startedAt: -1, pinned: true }), ...many.slice(1)]);
  await createRecordKeeper(store, () => 9999).note(testRun('new'));
  expect([records.size, records.has('pinned'), records.has('r1')]).toEqual([MOST_RECORDS, true, false]);
});

test('a record of another version is left alone', async () => {
  const { store, records } = testStore([testRecord({}, { version: 99 })]);
  const keeper = createRecordKeeper(store, () => 1);
  expect(await keeper.list()).toEqual([]);
  expect(records.size).toBe(1);
});
