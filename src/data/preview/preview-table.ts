import type { JsonColumns } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import type { TableFormat } from '../../core/table-format.ts';
import type { AnswersSoFar, TablePreview } from '../../core/table-preview.ts';
import { mappingByNames } from '../formats/column-names.ts';
import { bomOf } from '../formats/encoding.ts';
import { type FileHead, readFileHead } from '../formats/file-head.ts';
import { HEAD } from '../formats/head-lines.ts';
import { type HeadTable, headTable } from '../formats/head-table.ts';
import { isJson, jsonTable } from '../formats/json-layout.ts';
import { LATIN1_NOTE, type Layout } from '../formats/layout.ts';
import { openRows } from '../formats/ratings-reader.ts';
import { rowFaults } from '../formats/row-faults.ts';
import { clipText } from '../formats/settle-columns.ts';
import { NotUtf8 } from '../formats/text.ts';
import { firstRatings } from './first-ratings.ts';
import { settleLayout, wordsOf } from './settle-layout.ts';

const MOST_RATINGS = 10;
const SAMPLE_ROWS = 5;
const SHOWN_COLUMNS = 100;

/** Reads the beginning of a table as loading would, by what was said so far. `head` is the whole file where that is shorter than `HEAD`. */
export function previewTable(head: Uint8Array, file: string, said: AnswersSoFar): TablePreview {
  try {
    return preview(head, file, said);
  } catch (thrown) {
    if (!(thrown instanceof NotUtf8)) throw thrown;
    const read = preview(head, file, { ...said, format: { ...said.format, encoding: 'windows-1252' } });
    return { ...read, encodingSign: 'invalid', notes: [LATIN1_NOTE, ...read.notes] };
  }
}

function preview(head: Uint8Array, file: string, said: AnswersSoFar): TablePreview {
  const read = readFileHead(head, said);
  const { layout, mapping, isGuess, problem } = settleLayout(head, file, said);
  const table = tableOf(read, file, layout, said);
  const shown = {
    ...{ kind: kindOf(layout, read), format: table.format, encodingSign: read.sign, isGuess },
    columns: table.columns.slice(0, SHOWN_COLUMNS).map(clipText),
    sample: table.rows.slice(0, SAMPLE_ROWS).map((row) => row.slice(0, SHOWN_COLUMNS).map(clipText)),
  };
  if (layout === null) return { ...shown, mapping, wide: null, ratings: [], notes: [], problem };
  const { ratings, notes, problem: fault } = readFirst(head, file, layout);
  return {
    ...shown,
    mapping: mappingOf(layout, table, said),
    wide: layout.format === 'wide' ? layout.wide : null,
    ratings,
    notes: [...layout.notes, ...notes],
    problem: fault,
  };
}

/** Reads the beginning. Rows are left out however many they are: of a whole file they may be few. */
function readFirst(head: Uint8Array, file: string, layout: Layout): Pick<TablePreview, 'ratings' | 'notes' | 'problem'> {
  const first = firstRatings(MOST_RATINGS);
  const faults = rowFaults(file, () => first.count);
  const result = () => ({ ratings: first.ratings, notes: faults.found });
  try {
    const rows = openRows(file, layout, first, faults);
    rows.push(head.subarray(bomOf(head)?.length ?? 0));
    if (head.length < HEAD) rows.end();
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    return { ...result(), problem: wordsOf(thrown) };
  }
  const none = {
    message: `No rating at the beginning of ${file} can be read this way.`,
    remedy: 'Choose other columns, or another format.',
  };
  return { ...result(), problem: first.count === 0 ? none : null };
}

const kindOf = (layout: Layout | null, { lines: [first = ''] }: FileHead): TablePreview['kind'] =>
  layout?.format === 'blocks' ? 'blocks' : isJson(first) ? 'json' : 'table';

interface ShownTable extends Pick<HeadTable, 'columns' | 'rows'> {
  readonly format: TableFormat;
}

/** The columns and the first rows as they are written, and how. */
function tableOf(
  { lines, encoding, carriageReturns }: FileHead,
  file: string,
  layout: Layout | null,
  { format }: AnswersSoFar,
): ShownTable {
  const plain = { separator: ',', skip: 0, hasHeader: false, decimal: '.', time: 'plain', ...format } as const;
  const written = { ...plain, encoding, carriageReturns };
  if (isJson(lines[0] ?? '')) {
    const time = layout?.format === 'json-lines' ? layout.time : plain.time;
    return { ...jsonOrNothing(lines, file), format: { ...written, time } };
  }
  const known = layout === null ? format : formatOf(layout);
  const found = headTable(lines, known);
  if (found === null) return { columns: [], rows: [], format: written };
  const { separator, skip, hasHeader, columns, rows } = found;
  return { columns, rows, format: { ...written, ...known, separator, skip, hasHeader } };
}

function formatOf(layout: Layout): Partial<TableFormat> | undefined {
  if ('table' in layout) return layout.table;
  return layout.format === 'json-lines' ? undefined : { separator: layout.rows.separator, skip: 0, hasHeader: false };
}

function jsonOrNothing(lines: readonly string[], file: string): Pick<ShownTable, 'columns' | 'rows'> {
  try {
    return jsonTable(lines, file);
  } catch (thrown) {
    if (thrown instanceof LabError) return { columns: [], rows: [] };
    throw thrown;
  }
}

function mappingOf(layout: Layout, { columns, format }: ShownTable, { mapping }: AnswersSoFar): TablePreview['mapping'] {
  if (layout.format === 'wide') return {};
  const at = layout.format === 'json-lines' ? placesOf(layout.keys, columns) : layout.rows.at;
  // A column of times that cannot be read is one all the same: another format may read it.
  const timestamp = format.time === 'none' ? (mapping ?? mappingByNames(columns)).timestamp : at.timestamp;
  return { ...at, timestamp };
}

function placesOf(keys: JsonColumns, columns: readonly string[]): TablePreview['mapping'] {
  const places = Object.entries(keys).map(([part, key]) => [part, columns.indexOf(key ?? '')] as const);
  return Object.fromEntries(places.filter(([, at]) => at >= 0));
}
