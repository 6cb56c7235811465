import { describe, expect, test } from 'vitest';
import { KEPT_RUN_VERSION, type RunInfo } from '../core/kept-run.ts';
import { testRecord } from '../core/run-record.fixture.ts';
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts';
import { readRunBundle, writeRunBundle } from './run-bundle.ts';

const record = testRecord({ learningRate: 0.02 }, { name: 'wide' });
const info: RunInfo = {
  version: KEPT_RUN_VERSION,
  configuration: record.configuration,
  data: {
    ...{ kind: 'url', name: record.data.name, sha256: record.data.sha256, ratings: record.data.ratings },
    ...{ file: 'ml.zip', url: 'https://example.org/ml.zip', fetchedAt: 5, layout: null, release: null },
  },
  engine: 'simd',
  epochsDone: 0,
  validationError: 0.9,
  ended: 'done',
};
const state: Checkpoint = {
  history: [],
  state: { weights: { w: Float32Array.of(1, 2) }, first: {}, second: {}, steps: 3 },
  best: null,
};
const checkpoint = await writeCheckpoint(state);
const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
const refused = { code: 'runs-unreadable' };

test('a run comes back with its state, as one of somebody else, and without an address to fetch from', async () => {
  const read = await readRunBundle(writeRunBundle({ record, info, checkpoint }));
  expect(read.record).toEqual({ ...record, origin: 'file' });
  expect(read.info).toEqual({ ...info, data: { ...info.data, url: null } });
  expect(await bytesOf(read.checkpoint)).toEqual(await bytesOf(checkpoint));
});

describe('a file is refused', () => {
  test('that is something else, or is cut off anywhere', async () => {
    const whole = await bytesOf(writeRunBundle({ record, info, checkpoint }));
    await expect(readRunBundle(new Blob(['{"format":"matinee-runs"}']))).rejects.toMatchObject(refused);
    for (let length = 0; length < whole.length; length += 97) {
      await expect(readRunBundle(new Blob([whole.slice(0, length)]))).rejects.toMatchObject(refused);
    }
  });

  test('of another version, with what to do', async () => {
    const newer = { ...info, version: KEPT_RUN_VERSION + 1 };
    const another = { message: 'This run was saved by another version of this page.' };
    await expect(readRunBundle(writeRunBundle({ record, info: newer, checkpoint }))).rejects.toMatchObject(another);
    const newerRecord = { ...record, version: 99 } as unknown as typeof record;
    await expect(readRunBundle(writeRunBundle({ record: newerRecord, info, checkpoint }))).rejects.toMatchObject(another);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('with %d among what it goes on from', async (number) => {
    const first = { 'gibbs/user_samples': Float32Array.of(1, number) };
    const damaged = await writeCheckpoint({ ...state, state: { ...state.state, first } });
    await expect(readRunBundle(writeRunBundle({ record, info, checkpoint: damaged }))).rejects.toMatchObject({
      ...refused,
      message: 'The file is damaged: some of its numbers are infinite or no numbers.',
    });
  });

  test('whose header says what cannot be', async () => {
    const odd = [
      { record: { ...record, parameters: -1 }, info },
      { record, info: { ...info, data: { ...info.data, kind: 'magic' } } },
      { record, info: null },
    ] as unknown as { record: typeof record; info: RunInfo }[];
    for (const parts of odd) await expect(readRunBundle(writeRunBundle({ ...parts, checkpoint }))).rejects.toMatchObject(refused);
  });
});
