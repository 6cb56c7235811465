import type { ColumnMapping } from '../../core/column-mapping.ts';
import type { LoadNote } from '../../core/load-notes.ts';
import type { TimeFormat } from '../../core/table-format.ts';
import type { HeadTable } from './head-table.ts';
import { wayOfReading } from './layout.ts';
import { quote } from './malformed.ts';
import { isMissing } from './missing.ts';
import { guessTime } from './time-format.ts';
import { toSeconds } from './times.ts';

interface ColumnTime {
  readonly format: TimeFormat;
  /** What had to be guessed. */
  readonly notes: readonly LoadNote[];
}

/** Nobody rated on a page before. */
const YEAR_1990 = 631_152_000;

/** How the times of a table are written, as somebody has said, else by its first rows. */
export function columnTime(
  { columns, rows }: Pick<HeadTable, 'columns' | 'rows'>,
  { timestamp }: ColumnMapping,
  said: TimeFormat | undefined,
): ColumnTime {
  if (timestamp === undefined || said !== undefined) return { format: said ?? 'plain', notes: [] };
  const values = rows.map((row) => row[timestamp]?.trim() ?? '').filter((text) => !isMissing(text));
  const { format, either } = guessTime(values);
  const [first = ''] = values;
  if (format === 'none' || (values.length > 1 && values.every((text) => Number(text) === 0))) {
    const column = quote(columns[timestamp] as string);
    const rule = `No time can be read in the column ${column}, such as ${quote(first)}: the ratings have none.`;
    return { format: 'none', notes: [wayOfReading(rule)] };
  }
  if (either !== null) {
    const order = format === 'month-first' ? 'month before day' : 'day before month';
    return { format, notes: [wayOfReading(`Times such as ${quote(either)} are read with the ${order}.`)] };
  }
  return { format, notes: format === 'plain' ? earlyNotes(values) : [] };
}

/** Numbers that come to times before any rating are hardly seconds. */
function earlyNotes(values: readonly string[]): readonly LoadNote[] {
  const seconds = values.map((text) => toSeconds(text)).filter((time) => time !== null);
  const last = seconds.reduce((latest, time) => Math.max(latest, time), 0);
  if (seconds.length === 0 || last >= YEAR_1990) return [];
  const year = new Date(last * 1000).getUTCFullYear();
  const rule = `Times such as ${quote(values[0] as string)} are read as seconds since 1970, so they are from ${year} or before. If that is wrong, choose another format, or none.`;
  return [wayOfReading(rule)];
}
