import { beforeEach, expect, test } from 'vitest';
import { createNodeHost } from '../../bench/node-host.mjs';
import type { RunInfo } from '../core/kept-run.ts';
import { readRunFile, writeRunFile } from '../core/run-file.ts';
import type { RunEvent } from '../core/run-report.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createSimdTrainer } from '../engines/simd/trainer.ts';
import { readRunBundle, writeRunBundle } from '../lab/run-bundle.ts';
import { createRunLocks } from '../lab/run-lock.ts';
import { createRunRegistry } from '../lab/run-registry.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { createMemoryBlobStore } from '../storage/memory-blob-store.ts';
import { openTestLab } from './lab.fixture.ts';
import { handlers } from './runs/lab.ts';

const host = await createNodeHost(1);
const engine = {
  name: 'simd' as const,
  label: 'simd',
  lost: new AbortController().signal,
  create: (options: Parameters<typeof createSimdTrainer>[0]) => createSimdTrainer(options, host),
  tensors: () => 0,
};

/** One visit of a browser whose storage is `store`. */
async function visit(store: BlobStore<RunInfo>) {
  const events: RunEvent[] = [];
  const lab = openTestLab((event) => events.push(event), {
    choose: async () => ({ engine, reason: 'test', checks: [] }),
    runs: createRunRegistry(store, createRunLocks(undefined), () => 0),
  });
  await lab.load({ source: { kind: 'bundled', url: 'data.zip' } });
  const calls = handlers(lab.bench);
  const context = { signal: new AbortController().signal, report: () => undefined, transfer: () => undefined };
  return {
    lab,
    runs: {
      save: (id: string) => calls.save({ id }, context),
      open: (file: Blob) => calls.open({ file }, context),
    },
    /** Trains, notes the run as the page does, and tells what it predicts. */
    async train(configuration = CONFIGURATION) {
      const summary = await lab.train({ configuration });
      const start = events.findLast((event) => event.kind === 'run-started')?.run ?? expect.fail();
      const epochs = events.flatMap((event) => (event.kind === 'epoch' ? [event.epoch] : []));
      const { record } = await calls.note({ start, epochs, summary, failed: false }, context);
      return { record: record ?? expect.fail(), predicted: await predictions(lab) };
    },
  };
}

const CONFIGURATION = resolve({ engine: 'simd', epochs: 4, userFactors: 3, movieFactors: 3, batchSize: 64, patience: 2 });

/** The scores of all movies for every user. */
const predictions = ({ bench }: ReturnType<typeof openTestLab>) =>
  bench.inUse.ask(async ({ predictor }) =>
    (await predictor.score(Int32Array.from({ length: 19 }, (_, user) => user))).stars.slice(),
  );

let store: BlobStore<RunInfo>;
beforeEach(() => {
  store = createMemoryBlobStore();
});

test('a run from storage predicts what it predicted before, bit for bit', async () => {
  const { record, predicted } = await (await visit(store)).train();
  const later = await visit(store);
  await later.lab.restoreRun({ id: record.id, goOn: false });
  expect(await predictions(later.lab)).toEqual(predicted);
});

test('a run from a file with its weights predicts what it predicted before, bit for bit, in another browser', async () => {
  const first = await visit(store);
  const { record, predicted } = await first.train();
  const file = await first.runs.save(record.id);
  const elsewhere = await visit(createMemoryBlobStore());
  const opened = await elsewhere.runs.open(file);
  expect(opened.records).toEqual([{ ...record, origin: 'file' }]);
  expect(opened.weights.map(({ id }) => id)).toEqual([record.id]);
  await elsewhere.lab.restoreRun({ id: record.id, goOn: false });
  expect(await predictions(elsewhere.lab)).toEqual(predicted);
});

test('a run from a file of records alone comes to the same when it is trained again', async () => {
  const { record, predicted } = await (await visit(store)).train();
  const { records } = await readRunFile(new Blob([writeRunFile([record])]));
  const again = await (await visit(createMemoryBlobStore())).train(records[0]?.configuration);
  expect(again.predicted).toEqual(predicted);
});

test('a file whose weights do not fit its settings is refused, and changes nothing', async () => {
  const first = await visit(store);
  const { record, predicted } = await first.train();
  const { info, checkpoint } = await readRunBundle(await first.runs.save(record.id));
  const configuration = { ...CONFIGURATION, userFactors: 4, movieFactors: 4 };
  await first.runs.open(writeRunBundle({ record: { ...record, id: 'odd', configuration }, info, checkpoint }));
  await expect(first.lab.restoreRun({ id: 'odd', goOn: false })).rejects.toMatchObject({ code: 'checkpoint-damaged' });
  expect(await predictions(first.lab)).toEqual(predicted);
});

test('weights that are no longer kept cannot be saved', async () => {
  const first = await visit(store);
  const { record } = await first.train();
  await store.remove(record.id);
  await expect(first.runs.save(record.id)).rejects.toMatchObject({ code: 'no-checkpoint' });
});
