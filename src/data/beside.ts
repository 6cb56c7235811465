import type { BesideLayout } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import type { LoadNote } from '../core/load-notes.ts';
import type { MovieRecord } from '../core/ratings.ts';
import { type ArchiveFile, readWhole } from './containers/archive-file.ts';
import { type ParsedTitles, parseTitles } from './formats/titles-table.ts';
import type { UserRecord } from './formats/user-record.ts';
import type { ParsedUsers } from './formats/users-table.ts';

/** What lies beside the ratings, as far as it can be read: its own faults are told, and never keep the ratings from being read. */
export interface Beside<Kind> {
  /** Null where there is nothing of it. */
  readonly records: readonly Kind[] | null;
  /** How it is laid out, where it is not as GroupLens has it. */
  readonly layout: BesideLayout | null;
  readonly notes: readonly LoadNote[];
}

type Share = (share: number) => void;
type Parse<Result> = (bytes: Uint8Array, file: string) => Result | Promise<Result>;

const SHOWN = 3;

const olderReleases = () => fetchPart(() => import('./formats/older-releases.ts'));

/** Reads the titles: of several files the first that has any. `all` are the files beside it. */
export async function readTitles(
  files: readonly ArchiveFile[],
  all: readonly ArchiveFile[],
  idName: string | undefined,
  report: Share,
): Promise<Beside<MovieRecord>> {
  const any: Parse<ParsedTitles> = (bytes, file) => parseTitles(bytes, file, idName);
  const parsersOf = async ({ name }: ArchiveFile): Promise<readonly Parse<ParsedTitles>[]> => {
    if (name !== 'movies.dat' && name !== 'u.item') return [any];
    const { parseMoviesDat, parseUItem } = await olderReleases();
    if (name === 'movies.dat') return [(bytes, file) => allOf(parseMoviesDat(bytes, file)), any];
    const genres = await readGenres(all);
    return [(bytes, file) => allOf(parseUItem(bytes, file, genres)), any];
  };
  const { result, notes } = await readFirst(files, parsersOf, report, 'Movies are shown by their IDs.');
  const faulty = result?.faulty ?? [];
  const rule = 'They are left out.';
  const lines: readonly LoadNote[] =
    faulty.length > 0 ? [{ kind: 'faulty-titles', count: faulty.length, rule, lines: faulty.slice(0, SHOWN) }] : [];
  return { records: result?.records ?? null, layout: result?.layout ?? null, notes: [...notes, ...lines] };
}

const allOf = (records: readonly MovieRecord[]): ParsedTitles => ({ records, faulty: [], layout: null });

async function readGenres(all: readonly ArchiveFile[]): Promise<readonly string[] | undefined> {
  const file = all.find(({ name }) => name === 'u.genre');
  try {
    return file && (await olderReleases()).parseUGenre(await readWhole(file, () => {}), file.name);
  } catch (thrown) {
    if (thrown instanceof LabError) return undefined;
    throw thrown;
  }
}

/** Reads what is known of the users. */
export async function readUsers(files: readonly ArchiveFile[], report: Share): Promise<Beside<UserRecord>> {
  const parsersOf = async ({ name }: ArchiveFile): Promise<readonly Parse<ParsedUsers>[]> => {
    const any: Parse<ParsedUsers> = async (bytes, file) =>
      (await fetchPart(() => import('./formats/users-table.ts'))).parseUsers(bytes, file);
    if (name !== 'u.user' && name !== 'users.dat') return [any];
    const { parseUUser, parseUsersDat } = await olderReleases();
    const known = name === 'u.user' ? parseUUser : parseUsersDat;
    return [(bytes, file) => ({ records: known(bytes, file), layout: null }), any];
  };
  const { result, notes } = await readFirst(files, parsersOf, report, 'Users have no description.');
  return { records: result?.records ?? null, layout: result?.layout ?? null, notes };
}

/** What the first parser makes of the first file that any of its parsers can read. */
async function readFirst<Result>(
  files: readonly ArchiveFile[],
  parsersOf: (file: ArchiveFile) => Promise<readonly Parse<Result>[]>,
  report: Share,
  consequence: string,
): Promise<{ readonly result: Result | null; readonly notes: readonly LoadNote[] }> {
  const problems: string[] = [];
  for (const file of files) {
    const faults: string[] = [];
    try {
      const bytes = await readWhole(file, report);
      for (const parse of await parsersOf(file)) {
        const result = await attempt(async () => await parse(bytes, file.name), faults);
        if (result !== null) return { result, notes: [] };
      }
    } catch (thrown) {
      if (!(thrown instanceof LabError) || thrown.code === 'cancelled') throw thrown;
      faults.push(thrown.message);
    }
    problems.push(faults[0] as string);
  }
  if (problems.length === 0) return { result: null, notes: [] };
  return {
    result: null,
    notes: [{ kind: 'unread-files', count: problems.length, rule: consequence, lines: problems.slice(0, SHOWN) }],
  };
}

async function attempt<Result>(work: () => Promise<Result>, faults: string[]): Promise<Result | null> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    faults.push(thrown.message);
    return null;
  }
}
