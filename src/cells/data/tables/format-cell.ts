import { formatNumber } from '../../../core/settings/format.ts';
import type { CellValue, Column } from '../../../core/tables/table.ts';
import { formatCount } from '../../../ui/format.ts';

/** A cell as it is written; nothing where there is nothing. */
export function formatCell(value: CellValue, kind: Column['kind']): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'time') return new Date(value * 1000).toISOString().slice(0, 16).replace('T', ' ');
  if (kind === 'count') return formatCount(value);
  return kind === 'stars' ? formatNumber(value) : String(value);
}
