import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { LoadNote } from '../../core/load-notes.ts';
import type { TableFormat } from '../../core/table-format.ts';
import { onePerson, personalColumns } from '../person/services.ts';
import { confirmed } from './column-guess.ts';
import { mappingByNames } from './column-names.ts';
import { columnTime } from './column-time.ts';
import { eventsOf, orderNote } from './events.ts';
import { ambiguousNumber, decimalOf } from './field-values.ts';
import type { FileHead } from './file-head.ts';
import { type HeadTable, headTable } from './head-table.ts';
import { type Layout, type Said, wayOfReading } from './layout.ts';
import { quote } from './malformed.ts';
import { noRatings, refuseOtherTables } from './no-ratings.ts';
import { isNumberText } from './number-text.ts';
import { pieceFilter } from './piece-filter.ts';
import { clipText, settleColumns, unmapped } from './settle-columns.ts';
import { wideLayout } from './wide-layout.ts';
import { wideTable } from './wide-table.ts';

const MOST_COLUMNS = 200;
const MOST_WIDE_COLUMNS = 20_000;

/**
 * How a table is laid out. Throws a LabError: `data-no-ratings` where it is none, or none of ratings, `data-unmapped` where it is not clear
 * which column holds what.
 */
export function tableLayout({ lines, encoding, carriageReturns }: FileHead, file: string, said: Said): Layout {
  const written = { encoding, carriageReturns };
  const found = headTable(lines, said.format);
  if (found === null || found.columns.length < 2) throw noRatings(file);
  const { separator, skip, hasHeader, columns, rows: sample } = found;
  const personal = hasHeader && said.mapping === undefined && said.wide === undefined ? personalColumns(columns) : null;
  if (personal) {
    const asked = { file, delimiter: separator, columns, rows: sample, wide: null };
    throw onePerson(personal, file, unmapped(asked, mappingByNames(columns)).mapping);
  }
  const filter = pieceFilter({ ...written, separator });
  const formatOf = (rating: readonly string[], time: TableFormat['time']): TableFormat => {
    const decimal = said.format?.decimal ?? decimalOf(rating);
    return { ...written, separator, skip, hasHeader, decimal, time };
  };
  const wide = said.wide ?? null;
  if (wide !== null && said.mapping === undefined) {
    if (columns.length > MOST_WIDE_COLUMNS) throw noRatings(file);
    const cells = sample.flatMap((row) => row.slice(wide.first));
    return { ...wideLayout(found, wide, formatOf(cells, 'none')), filter, notes: [] };
  }
  const { chosen, notes } = columnsOf(found, file, said);
  const time = columnTime(found, chosen, said.format?.time);
  const at = time.format === 'none' ? { ...chosen, timestamp: undefined } : chosen;
  const ratings = at.rating === undefined ? [] : columnOf(sample, at.rating);
  const table = formatOf(ratings, time.format);
  const rows = {
    ...{ separator, at, width: columns.length, least: leastFields(at, sample), headerRows: skip + (hasHeader ? 1 : 0) },
    ...{ quotes: true, lenient: true, decimal: table.decimal, time: time.format },
  };
  return {
    format: 'table',
    header: hasHeader ? columns.map(clipText) : null,
    rows,
    table,
    filter,
    notes: [
      ...notes,
      ...(said.format?.decimal ? [] : decimalNote(ratings, table)),
      ...rowNamesNote(found),
      ...time.notes,
      ...lostDigits(at, sample),
    ],
  };
}

interface Chosen {
  readonly chosen: ColumnMapping;
  readonly notes: readonly LoadNote[];
}

function columnsOf(found: HeadTable, file: string, { mapping }: Said): Chosen {
  const { separator, columns, rows } = found;
  const wide = mapping === undefined ? wideTable(found) : null;
  if (wide === null && columns.length > MOST_COLUMNS) throw noRatings(file);
  const known = wide || found.isShort ? {} : (conventional(found) ?? confirmed(mappingByNames(columns), columns, rows));
  const isGuessed = mapping === undefined && wide === null;
  const events = isGuessed ? eventsOf(found, known) : null;
  if (events !== null) return { chosen: events, notes: orderNote(events, known) };
  if (isGuessed) refuseOtherTables(file, columns, known);
  return { chosen: settleColumns(mapping, known, { file, delimiter: separator, columns, rows, wide }), notes: [] };
}

const columnOf = (rows: readonly (readonly string[])[], column: number): readonly string[] =>
  rows.map((row) => row[column] ?? '');

/** Files of numbers between blanks or “::” have always had this order. */
function conventional({ separator, hasHeader, columns, rows }: HeadTable): ColumnMapping | null {
  if (hasHeader || (separator !== ' ' && separator !== '::') || columns.length < 3 || columns.length > 4) return null;
  const isNumeric = rows.every((row) => row.every(isNumberText));
  if (!isNumeric || columns.some((column) => !column.startsWith('Column '))) return null;
  return columns.length === 3 ? { user: 0, item: 1, rating: 2 } : { user: 0, item: 1, rating: 2, timestamp: 3 };
}

/** A comma or a point whose meaning nothing tells. */
function decimalNote(ratings: readonly string[], { decimal, separator }: TableFormat): readonly LoadNote[] {
  const example = ambiguousNumber(ratings, decimal, separator === ';');
  if (example === null) return [];
  const [sign, value] = example.includes(',') ? ['comma', example.replace(',', '')] : ['point', example];
  const other = sign === 'comma' ? 'is the decimal sign' : 'groups thousands';
  return [wayOfReading(`${quote(example)} is read as ${value}. If the ${sign} ${other}, change it under “Columns and format”.`)];
}

/** Decimal commas between commas look the same. */
const rowNamesNote = ({ hasRowNames, separator }: HeadTable): readonly LoadNote[] =>
  hasRowNames && separator === ','
    ? [
        wayOfReading(
          'The header has one name less than the rows have fields, so the first field is read as the number of the row.',
        ),
      ]
    : [];

const ROUNDED = /^\d([.,]\d+)?e\+\d+$/i;

/** Ids that a spreadsheet has rounded. */
function lostDigits({ user, item }: ColumnMapping, rows: HeadTable['rows']): readonly LoadNote[] {
  const example = [...columnOf(rows, user), ...columnOf(rows, item)].find((id) => ROUNDED.test(id.trim()));
  if (example === undefined) return [];
  return [wayOfReading(`IDs such as ${quote(example)} lost digits before this page read them: several IDs may have become one.`)];
}

/** How many fields make a row: a title may be missing at its end, and so may a time where it often is. */
function leastFields({ user, item, rating = 0, timestamp = 0 }: ColumnMapping, rows: readonly (readonly string[])[]): number {
  const required = Math.max(user, item, rating);
  const hasTimes = rows.every(({ length }) => length > timestamp || length <= required);
  return 1 + (hasTimes ? Math.max(required, timestamp) : required);
}
