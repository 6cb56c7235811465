import { fetchPart } from '../core/fetch-part.ts';
import type { TablesChoice } from '../core/tables-question.ts';
import type { FileWords } from './containers/archive-file.ts';
import type { OpenedFile } from './containers/open-container.ts';
import { type ChosenTables, grouplensTables } from './grouplens-tables.ts';

/**
 * Finds the ratings in a file that has been opened, and what lies beside them. Throws a LabError where there are none, or with a
 * question where several tables could be the ratings.
 */
export async function findTables(
  { container, files }: OpenedFile,
  { name }: File,
  { what }: FileWords,
  chosen: TablesChoice | undefined,
): Promise<ChosenTables> {
  if (container === null && files.length === 1) return { ratings: files, titles: [], users: [], idName: undefined };
  const known = chosen === undefined ? grouplensTables(files) : null;
  if (known) return known;
  const { chooseTables } = await fetchPart(() => import('./choose-tables.ts'));
  return await chooseTables(files, { what, file: name }, chosen);
}
