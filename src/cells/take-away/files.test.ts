import { parquetReadObjects } from 'hyparquet';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import { testRecord } from '../../core/run-record.fixture.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import type { CreateTrainer } from '../../engines/trainer.ts';
import { describeRun } from '../../lab/describe-run.ts';
import { readRunBundle } from '../../lab/run-bundle.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import type { TestLab } from '../lab.fixture.ts';
import type { FileRequest } from './contract.ts';
import { handlers } from './lab.ts';
import { bytesOf } from './sizes.ts';
import { configured, openSmallLab, unwatched } from './small-lab.fixture.ts';

const host = await createNodeHost(1);
const create: CreateTrainer = async (options) => createSimdTrainer(options, host);

async function trained(): Promise<TestLab> {
  const lab = await openSmallLab(create);
  await lab.train({ configuration: configured({ listWeight: 0.5, testShare: 0.1 }) });
  return lab;
}

const made = (lab: TestLab, request: FileRequest): Promise<Blob> => handlers(lab.bench).make(request, unwatched());

/** Rows of fields; quotes and apostrophes as they stand in the file. */
const rowsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);

describe('the lists of all users', () => {
  test('are those of the Recommend cell, with formulas made harmless', async () => {
    const lab = await trained();
    const [head, ...rows] = rowsOf(await (await made(lab, { item: 'lists', format: 'csv', top: 5, minRatings: 2 })).text());
    expect(head).toEqual(['user', 'rank', 'item', 'title', 'predicted']);
    for (const userId of [1, 17, 40]) {
      const { movies } = await lab.recommend({ userId, count: 5, minRatings: 2 });
      const own = rows.filter(([user]) => user === String(userId));
      expect(own.map(([, rank, item]) => [rank, item])).toEqual(
        movies.map(({ movieId }, at) => [String(at + 1), String(movieId)]),
      );
      expect(own.map((row) => Number(row[4]))).toEqual(movies.map(({ predicted }) => Number(predicted.toPrecision(7))));
    }
    const titles = rows.map(([, , , title]) => title as string);
    expect(titles.filter((title) => title.includes('SUM')).every((title) => /^'=/.test(title.replaceAll('"', '')))).toBe(true);
    expect(titles.some((title) => title.includes('SUM'))).toBe(true);
  });

  test('hold the same as Parquet, with titles as they are', async () => {
    const lab = await trained();
    const request = { item: 'lists', top: 3, minRatings: 1 } as const;
    const csv = rowsOf(await (await made(lab, { ...request, format: 'csv' })).text()).slice(1);
    const file = await (await made(lab, { ...request, format: 'parquet' })).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ user, rank, item }) => [user, rank, item].map(String))).toEqual(csv.map((row) => row.slice(0, 3)));
    expect(rows.map(({ predicted }) => Number((predicted as number).toPrecision(7)))).toEqual(csv.map((row) => Number(row[4])));
    expect(rows.some(({ title }) => String(title).startsWith('The =SUM('))).toBe(false);
    expect(rows.some(({ title }) => String(title).includes('=SUM('))).toBe(true);
  });

  test('are given up when nobody wants them', async () => {
    const lab = await trained();
    const stop = new AbortController();
    stop.abort();
    const call = handlers(lab.bench).make({ item: 'lists', format: 'csv', top: 5, minRatings: 1 }, unwatched(stop.signal));
    await expect(call).rejects.toThrow();
  });
});

test('the error of the held-out predictions is that of the run', async () => {
  const lab = await trained();
  const rows = rowsOf(await (await made(lab, { item: 'held-out', format: 'csv' })).text()).slice(1);
  const { parts, network } = lab.bench.inUse.peek() ?? expect.fail();
  const { validation, test } = parts.split;
  expect(rows.map((row) => row[4])).toEqual([...Array(validation.length).fill('validation'), ...Array(test.length).fill('test')]);
  const held = rows.slice(0, validation.length);
  const rmse = Math.sqrt(
    held.reduce((sum, [, , stars, predicted]) => sum + (Number(stars) - Number(predicted)) ** 2, 0) / held.length,
  );
  expect(rmse).toBeCloseTo(network?.checkpoint.history.at(-1)?.validationError as number, 4);
});

test('embeddings and titles have a line for each movie', async () => {
  const lab = await trained();
  const zip = await JSZip.loadAsync(await (await made(lab, { item: 'projector' })).arrayBuffer());
  const linesOf = async (name: string) => ((await zip.file(name)?.async('string')) ?? '').trimEnd().split('\n');
  const [vectors, [head, ...titles]] = [await linesOf('embeddings.tsv'), await linesOf('titles.tsv')];
  const weights = (await lab.bench.inUse.peek()?.network?.trainer.readWeights()) ?? expect.fail();
  expect(Float32Array.from(vectors.join('\t').split('\t'), Number)).toEqual(weights['movie_factors/embeddings']);
  expect([vectors.length, titles.length, head]).toEqual([30, 30, 'title\tyear\tgenres']);
  expect(titles[1]).toBe('Film 2\t1952\tComedy');
});

test('an experiment is a run that goes on, beside the records of the others', async () => {
  const lab = await trained();
  const model = lab.bench.inUse.peek() ?? expect.fail();
  const other = testRecord({}, { id: 'other' });
  const own = testRecord(model.parts.configuration, { id: model.runId, outcome: 'stopped' });
  const bundle = await readRunBundle(await made(lab, { item: 'experiment', records: [other, own] }));
  expect([bundle.record.id, bundle.others?.map(({ id }) => id), bundle.info.ended]).toEqual([model.runId, ['other'], 'stopped']);
  expect(bundle.info.epochsDone).toBe(2);
  await lab.bench.runs.putBack({ ...bundle.info, id: 'back', savedAt: 1, bytes: 1, blob: bundle.checkpoint });
  const { checkpoint } = await lab.bench.runs.take('back');
  expect(checkpoint.state).toEqual(model.network?.checkpoint.state);
});

test('a model without weights says so', async () => {
  const lab = await openSmallLab(create);
  await lab.train({ configuration: configured({ model: 'bias' }) });
  await expect(made(lab, { item: 'npz' })).rejects.toMatchObject({ code: 'no-model' });
  expect((await made(lab, { item: 'held-out', format: 'csv' })).size).toBeGreaterThan(100);
});

test('a file of weights is as large as the page says beforehand', async () => {
  const lab = await trained();
  const { network, data } = lab.bench.inUse.peek() ?? expect.fail();
  const state = { training: { inUse: describeRun(network ?? expect.fail()) }, runs: { records: [] }, takeAway: { top: 5 } };
  expect(data.summary.users).toBe(40);
  const size = (await made(lab, { item: 'safetensors' })).size;
  // The description of the model comes on top.
  expect(bytesOf('safetensors', state as unknown as NotebookState)).toBeGreaterThan(size - 8000);
  expect(bytesOf('safetensors', state as unknown as NotebookState)).toBeLessThan(size);
});
