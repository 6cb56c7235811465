import type { DataOrigin, DataSource } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import { inSlices } from '../core/in-slices.ts';
import type { LoadNote } from '../core/load-notes.ts';
import type { Ratings } from '../core/ratings.ts';
import { releaseAt, releaseOf } from '../core/releases.ts';
import { shareOf, type Transfer } from '../core/transfer.ts';
import type { Items } from '../core/vocabulary.ts';
import { isContainer } from './containers/open-container.ts';
import { isZip, openArchive } from './containers/zip.ts';
import { fetchFile } from './download/fetch-file.ts';
import { createPhases, type OnPhase, type Phases, type ReportPhase } from './phases.ts';
import { openRatings } from './rating-files.ts';
import { readBytes } from './read-bytes.ts';
import { type Findings, joinColumns, readRatingFiles } from './read-rating-files.ts';
import { canHash, sha256Of } from './sha256.ts';
import { BUNDLED } from './sources/bundled.ts';
import { hashOf, wordsFor } from './sources/file.ts';
import type { UrlSource } from './sources/url.ts';

export interface LoadedData {
  readonly ratings: Ratings;
  readonly origin: DataOrigin;
  /** What was read and is worth keeping; null where it can be had again without the visitor. */
  readonly file: File | null;
  readonly notes: readonly LoadNote[];
  /** What was found out about the ratings. */
  readonly findings?: Findings | undefined;
  /** What they are called; movies where it is missing. */
  readonly items?: Items;
  /** Milliseconds by phase. */
  readonly elapsed: Phases['elapsed'];
}

/** What is kept in the browser is handed over as a file. */
export type LoadableSource = Exclude<DataSource, { kind: 'kept' }>;
type Loaded = Omit<LoadedData, 'elapsed'> & { readonly described: string };
type SourceOf<Kind extends LoadableSource['kind']> = Extract<LoadableSource, { kind: Kind }>;

export interface LoadOptions {
  /** Once aborted, the load ends with a LabError `cancelled`. */
  readonly signal?: AbortSignal;
  /** Of the zip that the page was made with. */
  readonly bundledSha256?: string;
  readonly fetchUrl?: UrlSource;
}

const fetchFromUrl: UrlSource = async (...request) =>
  await (await fetchPart(() => import('./sources/url.ts'))).fetchFromUrl(...request);

/**
 * Gets ratings from a source. Throws a LabError that says what is wrong with the file and what to do. `onPhase` hears the phase
 * and its share.
 */
export async function loadData(
  source: LoadableSource,
  onPhase: OnPhase,
  { signal = new AbortController().signal, bundledSha256 = BUNDLED.sha256, fetchUrl = fetchFromUrl }: LoadOptions = {},
): Promise<LoadedData> {
  const phases = createPhases(onPhase, signal);
  const load = async (): Promise<Loaded> => {
    switch (source.kind) {
      case 'bundled':
        return await loadBundled(source, phases, bundledSha256);
      case 'file':
        return await loadFile(source, phases);
      case 'url':
        return await loadUrl(source, phases, fetchUrl);
      case 'synthetic':
        return await loadSynthetic(source, phases);
    }
  };
  const { origin, described, ...loaded } = await load();
  const { cleaning } = source;
  // Other ratings than all are other data, with a name of its own.
  const named = cleaning && described ? { ...origin, name: `${origin.name} (${described})`, cleaning } : origin;
  return { ...loaded, origin: named, elapsed: phases.elapsed };
}

const BUNDLED_WORDS = {
  what: 'The data file',
  remedy: 'Reload the page. If it fails again, the file on the server is damaged and must be replaced.',
} as const;

async function loadBundled({ kind, url, cleaning }: SourceOf<'bundled'>, phases: Phases, sha256: string): Promise<Loaded> {
  const zip = await phases.run('fetch', (report) => fetchBundled(url, report, phases.signal));
  const files = await phases.run('unzip', async (report) => {
    // Whatever else it is was not made with the page: what opens zips says what is wrong with it.
    if (!isZip(await readBytes(zip.slice(0, 2), BUNDLED_WORDS.what))) await openArchive(zip, BUNDLED_WORDS);
    return await openRatings(zip, BUNDLED_WORDS, {}, report);
  });
  await phases.run('verify', async () => {
    if (canHash() && (await sha256Of(await readBytes(zip, BUNDLED_WORDS.what))) !== sha256) {
      const message = 'The data file is not the one this page was made with (its SHA-256 differs).';
      throw new LabError('data-altered', message, 'Reload the page. If it fails again, restore the file on the server.');
    }
  });
  const { layout, ...data } = await readRatingFiles(files, {}, phases, cleaning);
  const { title, file, name: release } = BUNDLED;
  const origin = { kind, name: title, file, url, fetchedAt: Date.now(), sha256, layout, release };
  return { ...data, origin, file: null };
}

async function fetchBundled(url: string, report: ReportPhase, signal: AbortSignal): Promise<File> {
  const wanted = { url, name: BUNDLED.file, from: 'This page’s server', isHere: true };
  const onTransfer = (transfer: Transfer): void => report(shareOf(transfer));
  return await fetchFile(wanted, { signal, onTransfer }).catch((cause: LabError) => {
    if (cause.code !== 'download-failed') throw cause;
    const remedy = 'Reload the page. If it fails again, the page was published without its data.';
    throw new LabError('data-missing', `The data that comes with the page did not arrive. ${cause.message}`, remedy, { cause });
  });
}

async function loadUrl(source: SourceOf<'url'>, phases: Phases, fetchUrl: NonNullable<LoadOptions['fetchUrl']>): Promise<Loaded> {
  const { url, pageUrl } = source;
  const { signal } = phases;
  const file = await phases.run('fetch', (report) =>
    fetchUrl(url, pageUrl, { signal, onTransfer: (transfer) => report(shareOf(transfer), transfer) }),
  );
  return await loadFile({ ...source, kind: 'file', file, from: { url, fetchedAt: Date.now() } }, phases);
}

async function loadFile(source: SourceOf<'file'>, phases: Phases): Promise<Loaded> {
  const { file, from = { url: null, fetchedAt: Date.now() } } = source;
  const isPacked = await phases.run('fetch', () => isContainer(file, wordsFor(file)));
  const sha256 = await phases.run('verify', () => hashOf(file, isPacked));
  const release = releaseOf(sha256);
  if (!source.unverified) expectRelease(from.url, sha256);
  const open = (report: (share: number) => void) => openRatings(file, wordsFor(file), source, report);
  const files = isPacked ? await phases.run('unzip', open) : await open(() => {});
  const { layout, ratings, ...data } = await readRatingFiles(files, source, phases, source.cleaning);
  const kind = from.url === null ? 'file' : 'url';
  const name = release?.title ?? file.name;
  const origin = { kind, name, file: file.name, ...from, sha256, layout, release: release?.name ?? null } as const;
  if (release) return { ...data, ratings, file, origin };
  const { nameItems } = await fetchPart(() => import('./name-items.ts'));
  return { ...data, ...nameItems(ratings, origin), file, origin };
}

/** Throws where an address of GroupLens gave other bytes than its release has. */
function expectRelease(url: string | null, sha256: string | null): void {
  const promised = url === null ? null : releaseAt(url);
  if (promised === null || sha256 === null || promised.sha256 === sha256) return;
  const message = `This is not the known ${promised.title}: its SHA-256 is ${sha256.slice(0, 8)}…, not ${promised.sha256.slice(0, 8)}….`;
  throw new LabError(
    'data-altered',
    message,
    'GroupLens may have updated it, or it was changed on the way. Use it if you trust it.',
  );
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });

async function loadSynthetic({ kind, shape, seed, cleaning }: SourceOf<'synthetic'>, phases: Phases): Promise<Loaded> {
  const [{ synthesise, syntheticMovies }, { nameOfShape }] = await fetchPart(() =>
    Promise.all([import('./sources/synthetic.ts'), import('../core/synthetic-shape.ts')]),
  );
  const columns = await phases.run('generate', (report) =>
    inSlices(synthesise(shape, seed), (rows) => report(rows / shape.ratings)),
  );
  const data = await phases.run('join', (report) => joinColumns(columns, syntheticMovies(shape), report, cleaning));
  const name = `Synthetic ${COMPACT.format(shape.ratings)}, seed ${seed}`;
  const nothing = { file: null, url: null, fetchedAt: null, sha256: null, layout: null, release: null };
  return { ...data, origin: { kind, name, ...nothing, synthetic: nameOfShape(shape, seed) }, file: null };
}
