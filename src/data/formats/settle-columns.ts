import type { ColumnMapping, MappingQuestion } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import { hasNumbers, mappingByContents } from './column-guess.ts';
import { isWhole } from './column-names.ts';
import { quote } from './malformed.ts';
import { noRatings } from './no-ratings.ts';

/** The columns of a file, with its first rows. */
export type KnownColumns = Pick<MappingQuestion, 'file' | 'delimiter' | 'columns' | 'wide'> & {
  readonly rows: readonly (readonly string[])[];
};

/** The mapping that is given, else the one that is known. Throws a LabError with a question where neither is whole. */
export function settleColumns(
  given: ColumnMapping | undefined,
  known: Partial<ColumnMapping>,
  columns: KnownColumns,
): ColumnMapping {
  if (given === undefined) {
    if (isWhole(known)) return known;
    throw unmapped(columns, known);
  }
  const used = Object.values(given).filter((column) => column !== undefined);
  const fits = used.every((column) => Number.isInteger(column) && column >= 0 && column < columns.columns.length);
  if (fits && isWhole({ rating: 0, ...given }) && new Set(used).size === used.length) return given;
  throw unmapped(columns, known);
}

const SAMPLE_ROWS = 5;
const SHOWN_COLUMNS = 50;

/** The question which column holds what; that the file has no ratings where there is none among its columns. */
export function unmapped({ file, delimiter, columns, rows, wide }: KnownColumns, known: Partial<ColumnMapping>): LabError {
  const shown = columns.slice(0, SHOWN_COLUMNS);
  const guess = mappingByContents(shown, rows, known);
  const isRated = hasNumbers(shown, rows);
  // There is no rating among texts, but each row may say who took what.
  if (wide === null && !isRated && !areRecords(rows, columns.length)) return noRatings(file);
  const mapping: MappingQuestion = {
    file,
    delimiter,
    columns: shown.map(clipText),
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => shown.map((_, at) => clipText(row[at] ?? ''))),
    guess,
    wide,
  };
  const message = wide
    ? `${quote(file)} seems to have a row for each user and a column for each movie.`
    : `It is not clear which columns of ${quote(file)} hold the users${isRated ? ', the movies and the ratings' : ' and the movies'}.`;
  return new LabError('data-unmapped', message, 'Choose the columns.', { mapping });
}

const LONGEST_FIELD = 80;

/** Whether each row has a text in every column, as prose with commas has not. */
const areRecords = (rows: KnownColumns['rows'], width: number): boolean =>
  rows.length > 1 &&
  rows.every((row) => row.length === width && row.every((text) => text.trim() !== '' && text.length <= LONGEST_FIELD));

/** A text of a file as far as it is shown. */
export const clipText = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
