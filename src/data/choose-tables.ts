import { LabError } from '../core/errors.ts';
import type { TableOffer, TablesChoice } from '../core/tables-question.ts';
import { type ArchiveFile, readHead } from './containers/archive-file.ts';
import { mappingByNames, plainName } from './formats/column-names.ts';
import { HEAD } from './formats/detect.ts';
import { kindOfTable, type TableKind } from './table-kind.ts';

/** A file with what it seems to hold. */
interface Seen {
  readonly file: ArchiveFile;
  readonly kind: TableKind;
}

/** The files of ratings, and what may lie beside them. */
export interface ChosenTables {
  readonly ratings: readonly ArchiveFile[];
  readonly titles: readonly ArchiveFile[];
  readonly users: readonly ArchiveFile[];
  /** What the ratings call their items, where they have names of columns. */
  readonly idName: string | undefined;
}

const TEXTS =
  /\.(csv|tsv|tab|txt|dat|data|jsonl|ndjson|json|inter|rating|ratings|base|test|train|item|user|edges|lst|out|parquet)$|\.xlsx:/i;
const NO_TABLE = /^(readme|licen[cs]e|allbut|mku|\.)|\.(sh|pl|py|md|html?|pdf|png|jpe?g|sh|ipynb|xml)$/i;
/** What GroupLens puts beside its ratings: nothing has to be looked into then. */
const GROUPLENS =
  /^(movies\.(csv|dat)|links\.csv|tags\.(csv|dat)|genome-(scores|tags)\.csv|users\.dat|u\.(item|user|genre|info|occupation)|u[1-5ab]\.(base|test))$/;
const KNOWN = ['ratings.csv', 'ratings.dat', 'u.data'] as const;
const MOST_FILES = 200;
const MOST_OFFERED = 50;

const isTable = ({ name }: ArchiveFile): boolean => (TEXTS.test(name) || !name.includes('.')) && !NO_TABLE.test(name);

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
  if (tables.length === 1) return { ratings: tables, titles: [], users: [], idName: undefined };
  const known = tables.filter(({ name }) => (KNOWN as readonly string[]).includes(name));
  if (known.length === 1 && tables.every((table) => table === known[0] || GROUPLENS.test(table.name)))
    return besideKnown(known, tables);
  const seen: Seen[] = [];
  for (const table of tables.slice(0, MOST_FILES)) seen.push({ file: table, kind: await look(table) });
  const of = (role: TableKind['role']): readonly Seen[] => seen.filter(({ kind }) => kind.role === role);
  const sure = of('ratings');
  const offered = withoutCopies(sure.length > 0 ? sure : of('maybe'));
  const picked = offered.filter(({ file: { path } }) => chosen?.paths.includes(path));
  const ratings = picked.length > 0 ? picked : offered;
  if (ratings.length === 0) throw noRatings(files, what);
  if (ratings.length > 1 && picked.length === 0) throw whichTable(ratings, what, file);
  const fileOf = ({ file: found }: Seen): ArchiveFile => found;
  const [first] = ratings as [Seen, ...Seen[]];
  const idName = itemName(first);
  const titles = of('titles').toSorted((a, b) => closeness(b, first, idName) - closeness(a, first, idName));
  return { ratings: ratings.map(fileOf), titles: titles.map(fileOf), users: of('users').map(fileOf), idName };
}

function besideKnown(ratings: readonly ArchiveFile[], tables: readonly ArchiveFile[]): ChosenTables {
  const named = (...names: readonly string[]) => tables.filter(({ name }) => names.includes(name));
  return { ratings, titles: named('movies.csv', 'movies.dat', 'u.item'), users: named('users.dat', 'u.user'), idName: undefined };
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

function noRatings(files: readonly ArchiveFile[], what: string): LabError {
  const found = files.slice(0, 5).map(({ path }) => path);
  const message = `${what} has no file of ratings in it (found: ${found.join(', ') || 'nothing'}).`;
  return new LabError('data-no-ratings', message, 'Use a MovieLens zip, or one with a single file of ratings in it.');
}

/** The part of a split that a path names. */
export function partOf(path: string): TableOffer['part'] {
  if (/(^|[/_.-])(train(ing)?|base)([/_.-]|$)/i.test(path)) return 'train';
  if (/(^|[/_.-])(valid(ation)?|dev|probe)([/_.-]|$)/i.test(path)) return 'validation';
  return /(^|[/_.-])test(ing)?([/_.-]|$)/i.test(path) ? 'test' : null;
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
  return new LabError('data-tables', message, 'Say which to load.', { tables: { file, tables, isSplit } });
}
