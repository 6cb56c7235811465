import type { WideMapping } from '../../core/column-mapping.ts';
import { mappingByNames, partsByNames } from './column-names.ts';
import type { HeadTable } from './head-table.ts';
import { isMissing } from './missing.ts';
import { isNumberText } from './number-text.ts';

/** With fewer columns it needs empty cells to look like one. */
const FEW_COLUMNS = 5;
/** Ratings of all items lie on one scale. */
const WIDEST_SCALE = 100;
const HALF = 0.5;

/** How a table reads that seems to have a row for each user and a column for each item; null where it does not seem so. */
export function wideTable({ columns, rows, hasHeader }: HeadTable): WideMapping | null {
  const { item, rating } = mappingByNames(columns);
  if (columns.length < 4 || rating !== undefined || rows.length < 2) return null;
  const isCount = !hasHeader && isCountOfOthers(rows);
  const label = isCount ? null : 0;
  const cells = rows.flatMap((row) => row.slice(1, columns.length));
  const filled = cells.filter((cell) => !isMissing(cell));
  if (filled.length === 0 || !filled.every(isNumberText)) return null;
  const values = filled.map((cell) => Number(cell.replace(',', '.')));
  const blank = blankOf(values, cells.length);
  const rated = values.filter((value) => value !== blank);
  const range = maxOf(rated) - Math.min(0, minOf(rated));
  const hasGaps = rated.length < cells.length;
  if (rated.length === 0 || range > WIDEST_SCALE || (columns.length < FEW_COLUMNS && !hasGaps)) return null;
  if (!hasHeader && !isCount && columns.length < 10) return null;
  const named = partsByNames(columns.slice(0, 1));
  const isItems = item === 0 || (named.title === 0 && !/^\s*name\s*$/i.test(columns[0] as string));
  return { rows: isItems ? 'items' : 'users', label, first: 1, blank };
}

/** 99 beside −10 … 10 as in Jester; 0 or −1 where most cells have it. */
function blankOf(values: readonly number[], cells: number): number | null {
  if (values.includes(99) && values.every((value) => value === 99 || Math.abs(value) <= 10)) return 99;
  const isMost = (blank: number): boolean => values.filter((value) => value === blank).length > cells * HALF;
  return [0, -1].find(isMost) ?? null;
}

/** Whether the first column counts the ratings of its row, as in Jester. */
function isCountOfOthers(rows: readonly (readonly string[])[]): boolean {
  return rows.every((row) => row.slice(1).filter((cell) => Number(cell) !== 99 && !isMissing(cell)).length === Number(row[0]));
}

const maxOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
const minOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
