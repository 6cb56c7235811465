import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CellDefinition } from '../../src/cells/cell-definition.ts';
import type { BenchParts } from '../../src/lab/bench.ts';
import type { Endpoint } from '../../src/lab/client.ts';
import type { LabData } from '../../src/lab/loaded-data.ts';
import type { ServerEndpoint } from '../../src/lab/serve.ts';
import type { Call, CallOptions } from '../../src/lab/wire.ts';
import type { Notebook } from '../../src/state/notebook.ts';
import { ROOT } from '../setup/run.mjs';
import { addLines, changedFiles, copyProject, filesOf, follow } from './guide.mjs';

/** Everything is checked and built once more, on a machine that may do other things as well. */
const TOOL = 300_000;
vi.setConfig({ hookTimeout: TOOL });

const LIST = 'src/cells/list.ts';
const BIOME = '@biomejs/biome/bin/biome';
const DEPCRUISE = 'dependency-cruiser/bin/dependency-cruise.mjs';
const guide = await readFile(path.join(ROOT, 'docs/adding-a-cell.md'), 'utf8');
const files = filesOf(guide);
let copy = '';

beforeAll(async () => {
  copy = await copyProject();
  await follow(copy, files);
  // The order of imports, as `npm run format` has it: other cells may have come in between.
  await runInCopy(BIOME, 'check', '--write', LIST);
});
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('what the guide writes', () => {
  test('is new, but for two lines of the list of cells', async () => {
    expect(files.filter(({ isEdit }) => isEdit).map((file) => file.path)).toEqual([LIST]);
    expect(files.filter(({ isEdit }) => !isEdit)).toHaveLength(8);
    expect(await changedFiles(copy)).toEqual([LIST]);
    const [before, after] = await Promise.all([ROOT, copy].map(async (at) => await linesOf(path.join(at, LIST))));
    expect(after?.filter((line) => !before?.includes(line))).toHaveLength(2);
    expect(after).toHaveLength((before?.length ?? 0) + 2);
  });

  test('stands in the guide once each, and a line to add to has to be there', () => {
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
    expect(addLines('a\nb\n', ' a\n+x\n@@\n b\n+y\n')).toBe('a\nx\nb\ny\n');
    expect(() => addLines('a\nb\n', ' c\n+x\n')).toThrow('No single line');
    expect(() => addLines('a\na\n', ' a\n+x\n')).toThrow('No single line');
  });
});

const linesOf = async (file: string): Promise<string[]> => (await readFile(file, 'utf8')).split('\n');

/** Runs a program of a package in the copy; rejects with what it printed. */
async function runInCopy(program: string, ...args: string[]): Promise<void> {
  const command = [path.join(ROOT, 'node_modules', program), ...args];
  try {
    await promisify(execFile)(process.execPath, command, { cwd: copy, env: { ...process.env, NODE_ENV: 'production' } });
  } catch (thrown) {
    const { stdout, stderr } = thrown as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}:\n${stdout}${stderr}`);
  }
}

test.each([
  ['types of the worker', 'typescript-native/bin/tsc', '-p', 'tsconfig.worker.json'],
  ['types of the page', 'typescript-native/bin/tsc', '-p', 'tsconfig.page.json'],
  // Of the page and of what the guide writes: of all other files it is checked by itself.
  ['import rule', DEPCRUISE, 'src/main.tsx', 'src/cells/genres', '--config', '.dependency-cruiser.cjs'],
  ['unused code', 'knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'],
  ['style', BIOME, 'check', 'src/cells'],
])(
  'the %s',
  async (_, program, ...args) => {
    await runInCopy(program, ...args);
  },
  TOOL,
);

test(
  'the build has a chunk for its side of the worker',
  async () => {
    await runInCopy('vite/bin/vite.js', 'build', '--logLevel', 'warn');
    expect(await readdir(path.join(copy, 'dist/assets'))).toContainEqual(expect.stringMatching(/^lab-genres-.*\.js$/));
  },
  TOOL,
);

/** A module of the copy. */
const load = async <Module>(file: string): Promise<Module> => await import(pathToFileURL(path.join(copy, file)).href);

/** What the guide declares, as far as it is tried out here. */
interface GenresCalls {
  count: Call<{ readonly stars: number }, readonly { readonly genre: string; readonly ratings: number }[], number>;
}

describe('its side of the worker', () => {
  const ROWS = 3_000_000;
  const GENRES = [['Drama', 'Comedy'], ['Drama'], []];
  const RATINGS = {
    count: ROWS,
    movies: Int32Array.from({ length: ROWS }, (_, at) => at % 3),
    stars: Float32Array.from({ length: ROWS }, (_, at) => 1 + (at % 5)),
    catalogue: GENRES.map((genres) => ({ genres })),
  };
  let ports: MessagePort[] = [];

  beforeEach(() => {
    // Each look at the clock finds that it is time to let messages in.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 1000;
      return now;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    for (const port of ports) port.close();
  });

  /** The calls of the cell, over a real channel to the handlers as the worker finds them. */
  async function connect(ratings: object | null) {
    const { createBench } = await load<typeof import('../../src/lab/bench.ts')>('src/lab/bench.ts');
    const { createHandlers } = await load<typeof import('../../src/lab/handlers.ts')>('src/lab/handlers.ts');
    const { serve } = await load<typeof import('../../src/lab/serve.ts')>('src/lab/serve.ts');
    const { callsOf, createLabClient } = await load<typeof import('../../src/lab/client.ts')>('src/lab/client.ts');
    const bench = createBench({} as BenchParts);
    if (ratings) bench.data.take({ ratings } as LabData);
    const { port1, port2 } = new MessageChannel();
    ports = [port1, port2];
    serve(port2 as unknown as ServerEndpoint, createHandlers(bench));
    const calls = callsOf<GenresCalls>(createLabClient(port1 as unknown as Endpoint, { onCrash: () => {} }), 'genres');
    for (const port of ports) port.start();
    return calls;
  }

  test('counts, and says how far it has come', async () => {
    const { count } = await connect(RATINGS);
    const shares: number[] = [];
    const found = await count({ stars: 4 }, { onProgress: (share) => shares.push(share) });
    const liked = RATINGS.movies.filter((_, at) => (RATINGS.stars[at] as number) >= 4);
    const countOf = (genre: string) => liked.reduce((sum, movie) => sum + (GENRES[movie]?.includes(genre) ? 1 : 0), 0);
    expect(found).toEqual(['Drama', 'Comedy'].map((genre) => ({ genre, ratings: countOf(genre) })));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('ends when it is aborted, long before it is through', async () => {
    const { count } = await connect(RATINGS);
    const controller = new AbortController();
    const shares: number[] = [];
    const onProgress = (share: number): void => {
      shares.push(share);
      controller.abort();
    };
    const counting = count({ stars: 4 }, { onProgress, signal: controller.signal });
    await expect(counting).rejects.toMatchObject({ name: 'LabError', code: 'cancelled' });
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test('says so where there is nothing to count', async () => {
    const { count } = await connect(null);
    await expect(count({ stars: 4 })).rejects.toMatchObject({ name: 'LabError', code: 'no-data' });
  });
});

describe('its side of the page', () => {
  let cell: CellDefinition;
  let notebook: Notebook;
  let stop: Error;
  let counting: {
    readonly args: unknown;
    readonly options: CallOptions<number>;
    reply(value: unknown): void;
    fail(error: Error): void;
  };

  /** The notebook with the cells of the list, over a lab that loads at once and counts as it is told to. */
  beforeEach(async () => {
    const { CELLS } = await load<typeof import('../../src/cells/list.ts')>('src/cells/list.ts');
    const { LabError } = await load<typeof import('../../src/core/errors.ts')>('src/core/errors.ts');
    const { createNotebook } = await load<typeof import('../../src/state/notebook.ts')>('src/state/notebook.ts');
    stop = new LabError('cancelled', 'It was stopped.', 'Start it again.');
    const call = (name: string, args: unknown, options: CallOptions<never> = {}): Promise<unknown> => {
      if (name === 'data/load') return Promise.resolve({ name: 'Some ratings', sha256: null, ratings: 5 });
      if (name !== 'genres/count') return Promise.reject(new LabError('busy', 'It is not asked here.', ''));
      return new Promise((reply, fail) => {
        counting = { args, options: options as CallOptions<number>, reply, fail };
        options.signal?.addEventListener('abort', () => fail(stop));
      });
    };
    const slices = CELLS.flatMap((one) => one.slices);
    notebook = createNotebook({ call }, slices, { page: 'https://here.example/', bundled: 'https://here.example/data.zip' });
    cell = CELLS.find(({ id }) => id === 'genres') as CellDefinition;
  });

  /** What the guide adds to the types is in the copy alone. */
  const actions = () =>
    notebook.actions as unknown as {
      readonly setGenreStars: (stars: number) => void;
      readonly countGenres: () => Promise<void>;
      readonly stopCounting: () => void;
    };
  const state = () => notebook.store.getState();
  const genres = () => (state() as unknown as { readonly genres: { readonly stars: number; readonly share: number } }).genres;
  const problems = () => state().addressProblems.filter(({ group }) => cell.problemGroups.includes(group));

  test('counts what is chosen; the result goes stale with the choice', async () => {
    await notebook.actions.load();
    expect([cell.selectStatus(state()), cell.selectDigest(state())]).toEqual(['ready', null]);
    const done = actions().countGenres();
    expect([cell.selectStatus(state()), counting.args]).toEqual(['running', { stars: 4 }]);
    counting.options.onProgress?.(0.5);
    expect(genres().share).toBe(0.5);
    counting.reply([{ genre: 'Drama', ratings: 3 }]);
    await done;
    expect([cell.selectStatus(state()), cell.selectDigest(state())]).toEqual(['done', 'Drama first']);
    actions().setGenreStars(2.5);
    expect(cell.selectStatus(state())).toBe('stale');
    expect(cell.selectPurpose(state())).toContain('2.5 stars');
    const selectCode = await cell.fetchCode();
    expect(selectCode(state())).toContain('ratings.rating >= 2.5');
  });

  test('is ready again when the count is stopped, and says why one failed', async () => {
    await notebook.actions.load();
    const stopped = actions().countGenres();
    actions().stopCounting();
    await stopped;
    expect(cell.selectStatus(state())).toBe('ready');
    const failing = actions().countGenres();
    counting.fail(new Error('It broke.'));
    await failing;
    expect(cell.selectStatus(state())).toBe('failed');
  });

  test('has its part of the address', () => {
    notebook.open('#genreStars=3&seed=7');
    expect([genres().stars, state().addressProblems]).toEqual([3, []]);
    expect(notebook.address()).toBe('#genreStars=3&seed=7');
    actions().setGenreStars(4);
    expect(notebook.address()).toBe('#seed=7');
  });

  test.each(['many', '', '0', '9', '-1', 'NaN'])('says that an address cannot have it count from “%s” stars', (text) => {
    notebook.open('#genreStars=3');
    notebook.open(`#genreStars=${text}`);
    expect([genres().stars, notebook.address()]).toEqual([4, '']);
    expect(problems()).toEqual([{ group: 'genres', message: expect.stringContaining(`“${text}”`) }]);
    actions().setGenreStars(2);
    expect(problems()).toEqual([]);
  });
});
