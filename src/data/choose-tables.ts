import { LabError } from '../core/errors.ts';
import type { TablesChoice } from '../core/tables-question.ts';
import { type ArchiveFile, readHead } from './containers/archive-file.ts';
import { mappingByNames, plainName } from './formats/column-names.ts';
import { HEAD } from './formats/head-lines.ts';
import { type ChosenTables, isTable } from './grouplens-tables.ts';
import { partOf } from './part-of.ts';
import { onePerson, personalColumns } from './person/services.ts';
import { kindOfTable, type TableKind } from './table-kind.ts';

/** A file with what it seems to hold. */
interface Seen {
  readonly file: ArchiveFile;
  readonly kind: TableKind;
}

const MOST_FILES = 200;
const MOST_OFFERED = 50;

/**
 * Finds the ratings among files, and the titles and users beside them, by names and by what stands in them. Throws a LabError:
 * `data-no-ratings` where none could be ratings, `data-tables` with a question where several could.
 */
export async function chooseTables(
  files: readonly ArchiveFile[],
  { what, file }: { readonly what: string; readonly file: string },
  chosen: TablesChoice | undefined,
): Promise<ChosenTables> {
  const tables = files.filter(isTable);
  const seen: Seen[] = [];
  for (const table of tables.slice(0, MOST_FILES)) seen.push({ file: table, kind: await look(table) });
  const of = (role: TableKind['role']): readonly Seen[] => seen.filter(({ kind }) => kind.role === role);
  const sure = of('ratings');
  const offered = withoutCopies(sure.length > 0 ? sure : of('maybe'));
  // Whoever chooses may know better what a table is.
  const picked = seen.filter(({ file: { path } }) => chosen?.paths.includes(path));
  const ratings = picked.length > 0 ? picked : offered;
  if (sure.length === 0 && picked.length === 0) refusePerson(of('person'));
  if (ratings.length === 0) throw noRatings(files, what);
  if (ratings.length > 1 && picked.length === 0) throw whichTable(ratings, what, file);
  const fileOf = ({ file: found }: Seen): ArchiveFile => found;
  const [first] = ratings as [Seen, ...Seen[]];
  const idName = itemName(first);
  const titles = of('titles')
    .filter((titles) => !ratings.includes(titles))
    .toSorted((a, b) => closeness(b, first, idName) - closeness(a, first, idName));
  return { ratings: ratings.map(fileOf), titles: titles.map(fileOf), users: of('users').map(fileOf), idName };
}

/** Throws where the ratings are those of one person. */
function refusePerson([first]: readonly Seen[]): void {
  const personal = first && personalColumns(first.kind.columns);
  if (personal) throw onePerson(personal, first.file.path);
}

function itemName({ kind: { columns } }: Seen): string | undefined {
  const { item } = mappingByNames(columns);
  return item === undefined ? undefined : columns[item];
}

const OF_TITLES = /movie|item|title|book|anime|artist|game|product|song|track|film/i;

/** How likely titles are those of the ratings: their id is called the same, their file lies beside them or is called so. */
function closeness({ file, kind }: Seen, ratings: Seen, idName: string | undefined): number {
  const isSameId = idName !== undefined && kind.columns.some((column) => plainName(column) === plainName(idName));
  const folder = ({ path, name }: ArchiveFile): string => path.slice(0, -name.length);
  return (isSameId ? 4 : 0) + (OF_TITLES.test(file.name) ? 2 : 0) + (folder(file) === folder(ratings.file) ? 1 : 0);
}

/** What cannot be read is no table; whether it is damaged shows where it is wanted. */
async function look(file: ArchiveFile): Promise<TableKind> {
  try {
    return kindOfTable(await readHead(file, HEAD), file.name);
  } catch (thrown) {
    if (thrown instanceof LabError) return { role: 'other', columns: [] };
    throw thrown;
  }
}

/** Of MovieLens 100K the whole, not its splits; of HetRec's two files with the same ratings the one with times. */
function withoutCopies(seen: readonly Seen[]): readonly Seen[] {
  const names = new Set(seen.map(({ file }) => file.name));
  if (names.has('u.data')) return seen.filter(({ file }) => !/^u[1-5ab]\.(base|test)$/.test(file.name));
  return seen.filter(({ file: { name } }) => !/\.\w+$/.test(name) || !names.has(name.replace(/(?=\.\w+$)/, '-timestamps')));
}

/** What is a zip as well, by a file that is in it. */
const OTHERS: readonly (readonly [path: RegExp, kind: string, remedy: string])[] = [
  [/^word\/document\.xml$/, 'a Word document', 'Copy its table into a spreadsheet, and save that as CSV.'],
  [/^ppt\/presentation\.xml$/, 'a PowerPoint presentation', 'Copy its table into a spreadsheet, and save that as CSV.'],
  [/^META-INF\/manifest\.xml$/, 'an OpenDocument file', 'Save its table as .xlsx or CSV.'],
  [/\.iwa$/, 'a Numbers or Pages document', 'Export its table as CSV.'],
];

function noRatings(files: readonly ArchiveFile[], what: string): LabError {
  const [, kind, remedy] = OTHERS.find(([path]) => files.some((file) => path.test(file.path))) ?? [];
  if (kind && remedy) return new LabError('data-no-ratings', `${what} is ${kind}, not a file of ratings.`, remedy);
  if (files.length > 0 && files.every(({ path }) => /\.xlsx:/i.test(path))) {
    const sheets = files.slice(0, 5).map(({ path }) => `“${path.slice(path.lastIndexOf(':') + 1)}”`);
    const message = `${what} is an Excel workbook, but none of its sheets has a table of ratings (${sheets.join(', ')}).`;
    return new LabError(
      'data-no-ratings',
      message,
      'Give each rating a row with a user, an item and a number, below column names.',
    );
  }
  const found = files.slice(0, 5).map(({ path }) => path);
  const message = `${what} has no file of ratings in it (found: ${found.join(', ') || 'nothing'}).`;
  return new LabError('data-no-ratings', message, 'Use a MovieLens zip, or one with a single file of ratings in it.');
}

function whichTable(seen: readonly Seen[], what: string, file: string): LabError {
  const tables = seen.slice(0, MOST_OFFERED).map(({ file: { path, size }, kind }) => ({
    path,
    size,
    columns: kind.columns.slice(0, 10).map((column) => column.slice(0, 30)),
    part: partOf(path),
  }));
  const parts = new Set(tables.map(({ part }) => part));
  const isSplit = parts.has('train') && (parts.has('test') || parts.has('validation'));
  const message = `${what} has ${seen.length} tables that could be the ratings.`;
  return new LabError('data-tables', message, 'Choose which to load.', { tables: { file, tables, isSplit } });
}
