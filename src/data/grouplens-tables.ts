import type { ArchiveFile } from './containers/archive-file.ts';

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
/** Whether a file may be a table, by its name. */
export const isTable = ({ name }: ArchiveFile): boolean => (TEXTS.test(name) || !name.includes('.')) && !NO_TABLE.test(name);

/** The only table there is, or those of a release by GroupLens, by their names; null where files have to be looked into. */
export function grouplensTables(files: readonly ArchiveFile[]): ChosenTables | null {
  const tables = files.filter(isTable);
  if (tables.length === 1) return { ratings: tables, titles: [], users: [], idName: undefined };
  const known = tables.filter(({ name }) => (KNOWN as readonly string[]).includes(name));
  const isRelease = known.length === 1 && tables.every((table) => table === known[0] || GROUPLENS.test(table.name));
  return isRelease ? besideKnown(known, tables) : null;
}

function besideKnown(ratings: readonly ArchiveFile[], tables: readonly ArchiveFile[]): ChosenTables {
  const named = (...names: readonly string[]) => tables.filter(({ name }) => names.includes(name));
  return { ratings, titles: named('movies.csv', 'movies.dat', 'u.item'), users: named('users.dat', 'u.user'), idName: undefined };
}
