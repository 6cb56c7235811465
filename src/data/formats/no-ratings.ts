import type { ColumnMapping } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import { plainName } from './column-names.ts';
import { quote } from './malformed.ts';

const PICK = 'Open a MovieLens zip, or a file of ratings: CSV, TSV, JSON lines, Parquet or Excel with users, movies and ratings.';

const quoteFile = (file: string): string => `“${file.length > 60 ? `${file.slice(0, 60)}…` : file}”`;

/** A file that holds no ratings. `what` goes on from its name. */
export const notRatings = (file: string, what: string, remedy = PICK): LabError =>
  new LabError('data-no-ratings', `${quoteFile(file)} ${what}`, remedy);

/** A file of which nobody knows what it is. */
export function noRatings(file: string): LabError {
  const [, workbook, sheet] = /^(.*\.xlsx):(.*)$/i.exec(file) ?? [];
  if (workbook === undefined || sheet === undefined) return notRatings(file, 'is neither a zip nor a file of ratings.');
  const what = `is an Excel workbook, but its sheet ${quote(sheet)} has no table of ratings.`;
  return notRatings(workbook, what, 'Give each rating a row with a user, an item and a number, below column names.');
}

/** What a table of titles says of the ratings that others gave. */
const OF_ALL = /^(average|avg|mean)|^(rating|vote|num)s?(count|rating|vote|average)|^members$/;

/** Throws a LabError for tables that have no ratings in them by the names of their columns, or by their number. */
export function refuseOtherTables(file: string, columns: readonly string[], known: Partial<ColumnMapping>): void {
  const { user, item, rating, timestamp, title } = known;
  const isOfAll = rating === undefined || columns.some((column) => OF_ALL.test(plainName(column)));
  if (item !== undefined && title !== undefined && user === undefined && isOfAll) {
    const remedy = 'Open it together with the file of ratings: drop both, or put them in a zip.';
    throw notRatings(file, 'is a file of titles: it has no users and no ratings.', remedy);
  }
  // Two columns of which nothing more is known may be who and what.
  if (columns.length > 2 || (rating === undefined && timestamp === undefined && title === undefined)) return;
  const both = columns.map((column) => quote(column)).join(' and ');
  const what = `has two columns, ${both}, but users, movies and ratings need one column each.`;
  throw notRatings(file, what, 'Use a file that has ratings, or add a column of them.');
}
