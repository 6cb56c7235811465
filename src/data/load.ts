import type { DataOrigin, DataSource, LoadPhase } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { LoadNote } from '../core/load-notes.ts';
import { joinRatings, type Ratings } from '../core/ratings.ts';
import { createPhases, type Phases } from './phases.ts';
import { readTables } from './read-tables.ts';
import { canHash, sha256Of } from './sha256.ts';
import { BUNDLED } from './sources/bundled.ts';
import { download } from './sources/download.ts';
import { hashOf, piecesOf, readZip, wordsFor } from './sources/file.ts';
import { releaseOf } from './sources/releases.ts';
import { synthesise, syntheticMovies } from './sources/synthetic.ts';
import { bareTables, unzipTables } from './tables.ts';

export interface LoadedData {
  readonly ratings: Ratings;
  readonly origin: DataOrigin;
  readonly notes: readonly LoadNote[];
  /** Milliseconds by phase. */
  readonly elapsed: Phases['elapsed'];
}

type Loaded = Omit<LoadedData, 'elapsed'>;
type SourceOf<Kind extends DataSource['kind']> = Extract<DataSource, { kind: Kind }>;

export interface LoadOptions {
  /** Once aborted, the load ends with a LabError `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Of the zip that the page was made with. */
  readonly bundledSha256?: string;
}

/**
 * Gets ratings from a source. Throws a LabError that says what is wrong with the file and what to do. `onProgress` hears the
 * phase and its share, 0 … 1.
 */
export async function loadData(
  source: DataSource,
  onProgress: (phase: LoadPhase, share: number) => void,
  { signal, bundledSha256 = BUNDLED.sha256 }: LoadOptions = {},
): Promise<LoadedData> {
  const phases = createPhases(onProgress, signal);
  return { ...(await load(source, phases, bundledSha256)), elapsed: phases.elapsed };
}

async function load(source: DataSource, phases: Phases, bundledSha256: string): Promise<Loaded> {
  switch (source.kind) {
    case 'bundled':
      return await loadBundled(source, phases, bundledSha256);
    case 'file':
      return await loadFile(source, phases);
    case 'synthetic':
      return await loadSynthetic(source, phases);
  }
}

const BUNDLED_WORDS = {
  what: 'The data file',
  remedy: 'Reload the page; if it stays, the file on the server is damaged and must be replaced.',
} as const;

async function loadBundled({ kind, url }: SourceOf<'bundled'>, phases: Phases, sha256: string): Promise<Loaded> {
  const bytes = await phases.run('fetch', (report) => download(url, report));
  const tables = await phases.run('unzip', (report) => unzipTables(bytes, BUNDLED_WORDS, report));
  await phases.run('verify', async () => {
    if (canHash() && (await sha256Of(bytes)) !== sha256) {
      const message = 'The data file is not the one this page was made with (its SHA-256 differs).';
      throw new LabError('data-altered', message, 'Reload the page; if it stays, restore the file on the server.');
    }
  });
  const { layout, ...data } = await phases.run('parse', (report) => readTables(tables, undefined, report));
  const file = BUNDLED.file.split('/').at(-1) as string;
  return { ...data, origin: { kind, name: BUNDLED.name, file, url, sha256, layout, official: true } };
}

async function loadFile({ kind, file, mapping }: SourceOf<'file'>, phases: Phases): Promise<Loaded> {
  const bytes = await phases.run('fetch', () => readZip(file));
  const sha256 = await phases.run('verify', () => hashOf(file, bytes));
  const release = releaseOf(sha256);
  const tables = bytes
    ? await phases.run('unzip', (report) => unzipTables(bytes, wordsFor(file), report))
    : bareTables(file.name, file.size, () => piecesOf(file));
  const { layout, ...data } = await phases.run('parse', (report) => readTables(tables, mapping, report));
  const origin = { kind, name: release ?? file.name, file: file.name, url: null, sha256, layout, official: release !== null };
  return { ...data, origin };
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });

async function loadSynthetic({ kind, shape, seed }: SourceOf<'synthetic'>, phases: Phases): Promise<Loaded> {
  const data = await phases.run('generate', () => joinRatings(synthesise(shape, seed), syntheticMovies(shape)));
  const name = `Synthetic ${COMPACT.format(shape.ratings)}, seed ${seed}`;
  return { ...data, origin: { kind, name, file: null, url: null, sha256: null, layout: null, official: false } };
}
