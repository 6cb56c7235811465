import type { Answers, Container } from '../core/data-source.ts';
import { fetchPart } from '../core/fetch-part.ts';
import type { LoadNote } from '../core/load-notes.ts';
import type { MovieRecord } from '../core/ratings.ts';
import { TEST, TRAIN, VALIDATION } from '../core/split/parts.ts';
import type { FilePart } from '../core/tables-question.ts';
import { type Beside, readTitles, readUsers } from './beside.ts';
import { type ArchiveFile, type FileWords, readHead } from './containers/archive-file.ts';
import { openContainer } from './containers/open-container.ts';
import { findTables } from './find-tables.ts';
import { GROUPLENS_HEAD, grouplensLayout } from './formats/grouplens-layout.ts';
import { LATIN1_NOTE, type Said } from './formats/layout.ts';
import { type ParsedRatings, ratingBuilder } from './formats/rating-builder.ts';
import { type ReadTable, ratingsReader, type TableToRead } from './formats/ratings-reader.ts';
import { NotUtf8 } from './formats/text.ts';
import type { UserRecord } from './formats/user-record.ts';
import { partOf } from './part-of.ts';

/** Tables of ratings, not yet read, with the movies and users that lie beside them. */
export interface RatingFiles {
  /** One after the other; the first has the columns of all. */
  readonly tables: readonly [ArchiveFile, ...ArchiveFile[]];
  readonly movies: Beside<MovieRecord>;
  readonly users: Beside<UserRecord>;
  readonly container: Container;
  /** The part of a split that each table is; null where they are one. */
  readonly parts: readonly FilePart[] | null;
}

export interface ReadRatings extends ParsedRatings {
  /** Of the first table. */
  readonly layout: ReadTable['layout'];
  readonly notes: readonly LoadNote[];
}

type Share = (share: number) => void;

/**
 * Finds the ratings in a file and reads what lies beside them. Throws a LabError where there are none, where the file is damaged, or
 * with a question where several tables could be the ratings.
 */
export async function openRatings(
  file: File,
  words: FileWords,
  { tables: chosen }: Pick<Answers, 'tables'>,
  report: Share,
): Promise<RatingFiles> {
  const opened = await openContainer(file, words);
  const { container, files } = opened;
  const { ratings, titles, users, idName } = await findTables(opened, file, words, chosen);
  const movies = await readTitles(titles, files, idName, (share) => report(share * 0.9));
  const known = await readUsers(users, (share) => report(0.9 + share * 0.1));
  report(1);
  const tables = ratings as [ArchiveFile, ...ArchiveFile[]];
  const parts = chosen?.isSplit ? tables.map(({ path }) => partOf(path) ?? 'train') : null;
  return { tables, movies, users: known, container, parts };
}

/** A file that is no container: ratings alone. */
export const bareRatings = (file: ArchiveFile): RatingFiles => ({
  tables: [file],
  movies: NOTHING,
  users: NOTHING,
  container: null,
  parts: null,
});

const NOTHING = { records: null, layout: null, notes: [] };

/** Reads the ratings piece by piece; reports 0 … 1. Throws a LabError with file and line, or with a question. */
export async function readRatings(files: RatingFiles, said: Said, report: Share): Promise<ReadRatings> {
  try {
    return await readTables(files, said, report);
  } catch (thrown) {
    if (!(thrown instanceof NotUtf8)) throw thrown;
    const read = await readTables(files, { ...said, format: { ...said.format, encoding: 'windows-1252' } }, report);
    return { ...read, notes: [LATIN1_NOTE, ...read.notes] };
  }
}

async function readTables({ tables, parts }: RatingFiles, said: Said, report: Share): Promise<ReadRatings> {
  const builder = ratingBuilder();
  const all = tables.reduce((sum, { size }) => sum + size, 0);
  let length = 0;
  const read: ReadTable[] = [];
  const counts: number[] = [];
  for (const table of tables) {
    const { name, size, pieces } = table;
    const detect = await detectorOf(table, said);
    const reader = ratingsReader({ file: name, size, said, detect }, builder);
    for await (const piece of pieces()) {
      reader.push(piece);
      length += piece.length;
      report(all > 0 ? Math.min(1, length / all) : 0);
    }
    read.push(reader.finish());
    counts.push(builder.count);
  }
  const [{ layout }] = read as [ReadTable];
  const parsed = builder.finish();
  const columns = parts ? { ...parsed.columns, parts: partsByRow(parts, counts) } : parsed.columns;
  return { ...parsed, columns, layout, notes: read.flatMap(({ notes }) => notes) };
}

/** Only what is not as GroupLens writes it needs what tells layouts. */
async function detectorOf(table: ArchiveFile, said: Said): Promise<TableToRead['detect']> {
  const isAnswered = said.mapping || said.wide || said.format;
  const known = isAnswered ? null : grouplensLayout(await readHead(table, GROUPLENS_HEAD));
  if (known) return () => known;
  return (await fetchPart(() => import('./formats/detect.ts'))).detectLayout;
}

const NUMBERS: Readonly<Record<FilePart, number>> = { train: TRAIN, validation: VALIDATION, test: TEST };

/** The part of every row; `ends` is where the rows of each table end. */
function partsByRow(parts: readonly FilePart[], ends: readonly number[]): Uint8Array {
  const rows = new Uint8Array(ends.at(-1) ?? 0);
  for (const [at, part] of parts.entries()) rows.fill(NUMBERS[part], ends[at - 1] ?? 0, ends[at]);
  return rows;
}
