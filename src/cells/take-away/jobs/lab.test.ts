import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { classRatings } from '../../../core/class-ratings.fixture.ts';
import type { DataSummary } from '../../../core/data-summary.ts';
import type { Overrides } from '../../../core/hyperparameters.ts';
import type { JobKind } from '../../../core/jobs/job-configuration.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { splitRatings } from '../../../core/split.ts';
import type { Bench } from '../../../lab/bench.ts';
import { widthsOf } from '../../../models/graph.ts';
import type { JobDescription } from './lab/description.ts';
import { handlers } from './lab.ts';

const RATINGS = classRatings(1);

async function write(kind: JobKind, overrides: Overrides, ratings: Ratings = RATINGS, signal = new AbortController().signal) {
  const summary = { name: 'Made up', sha256: 'abc' } as DataSummary;
  const bench = { data: { at: () => ({ ratings, summary }) }, material: { last: null } } as unknown as Bench;
  const context = { report: () => undefined, signal, transfer: () => undefined };
  const configuration = resolve(overrides);
  const zip = await JSZip.loadAsync(await (await handlers(bench).write({ kind, configuration }, context)).arrayBuffer());
  const names = Object.values(zip.files).flatMap(({ dir, name }) => (dir ? [] : [name]));
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
  return { files, configuration, job: JSON.parse(files.get('job.json') ?? '') as JobDescription };
}

const rowsOf = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([name, text]) => (name.startsWith('ratings/') ? text.trimEnd().split('\n').slice(1) : []));

test.each(['spark', 'tensorflow'] as const)('%s: what the programs import and the text names is there', async (kind) => {
  const { files } = await write(kind, { listWeight: 0 });
  const python = [...files].filter(([name]) => name.endsWith('.py'));
  const ours = ['job', 'metrics', 'model', 'ratings', 'schedule', 'evaluate', 'implicit'];
  const imported = python.flatMap(([, text]) => [...text.matchAll(/^from (\w+) import/gm)].map(([, name = '']) => name));
  for (const name of imported.filter((name) => ours.includes(name))) expect(files.has(`${name}.py`)).toBe(true);
  const named = [...(files.get('README.md') ?? '').matchAll(/\b(\w+\.(?:py|txt|json))\b/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(files.has(name)).toBe(true);
});

test('every rating is in one of the files, with its part', async () => {
  const { files, configuration } = await write('spark', { testShare: 0.1, listWeight: 0 });
  const split = splitRatings(RATINGS, configuration);
  const partOf = new Map([...split.validation].map((at) => [at, 'validation']));
  for (const at of split.test) partOf.set(at, 'test');
  const wanted = Array.from({ length: RATINGS.count }, (_, at) => {
    const user = RATINGS.userIds.idOf(RATINGS.users[at] as never);
    const movie = RATINGS.movieIds.idOf(RATINGS.movies[at] as never);
    return `${user},${movie},${RATINGS.stars[at]},${partOf.get(at) ?? 'train'}`;
  });
  expect([...rowsOf(files)].sort()).toEqual(wanted.sort());
});

test('ids with commas and stars with fractions survive', async () => {
  const stars = Float32Array.from({ length: 20 }, (_, at) => 0.1 + (at % 5));
  const columns = {
    users: Int32Array.from(stars, (_, at) => at % 2),
    movies: Int32Array.from(stars, (_, at) => at),
    stars,
    timestamps: null,
  };
  const ratings = buildRatings({ ...columns, userLabels: ['Doe, "J"', 'b'] }, []);
  const { files, job } = await write('tensorflow', { listWeight: 0 }, ratings);
  expect(rowsOf(files)).toContainEqual(expect.stringMatching(/^"Doe, ""J""",0,0\.1,(train|validation)$/));
  expect(job.ids).toEqual({ user: 'text', movie: 'number' });
});

test.each<[JobKind, Overrides, readonly string[]]>([
  ['spark', {}, ['embedding', 'embedding', 'dot']],
  ['spark', { loss: 'implicit' }, ['embedding', 'embedding', 'dot']],
  ['tensorflow', { listWeight: 0 }, ['embedding', 'embedding', 'dot', 'embedding', 'embedding', 'add', 'scale']],
])('%s, %o: the job has the graph that it trains', async (kind, overrides, kinds) => {
  const { graph } = (await write(kind, overrides)).job.model;
  expect(graph.nodes.map(({ kind }) => kind)).toEqual(kinds);
  expect(graph.list).toBeUndefined();
  expect(widthsOf(graph).get(graph.nodes.at(-1)?.name ?? '')).toBe(1);
});

test('stars of Spark are around the mean of the training part', async () => {
  const { job, configuration } = await write('spark', {});
  const { train } = splitRatings(RATINGS, configuration);
  const mean = train.reduce((sum, at) => sum + (RATINGS.stars[at] as number), 0) / train.length;
  expect(job.model.target.offset).toBeCloseTo(mean, 5);
});

test('what no job trains is refused', async () => {
  await expect(write('tensorflow', { loss: 'implicit' })).rejects.toMatchObject({
    code: 'no-model',
    message: 'iALS is solved row by row, which Spark does.',
  });
});

test('a job that is no longer wanted is not written', async () => {
  const gone = new AbortController();
  gone.abort(new Error('Gone.'));
  await expect(write('spark', {}, RATINGS, gone.signal)).rejects.toThrow('Gone.');
});
