import type { ColumnMapping, WideMapping } from '../../../core/column-mapping.ts';
import type { Answers } from '../../../core/data-source.ts';
import type { TableFormat } from '../../../core/table-format.ts';
import type { AnswersSoFar, FilePreview } from '../../../core/table-preview.ts';
import { completeMapping, type Role } from '../sources/column-roles.ts';

/** What a row of a table holds: a rating, or all of a user, or of an item. */
export type RowContents = 'rating' | WideMapping['rows'];

/** Where nobody has said how a table is wide. */
const WIDE: WideMapping = { rows: 'users', label: 0, first: 1, blank: null };

/** Another separator makes other columns: what was said of those is dropped. */
export function withFormat(answers: AnswersSoFar, change: Partial<TableFormat>): AnswersSoFar {
  const { tables, format = {} } = answers;
  if (change.separator === undefined) return { ...answers, format: { ...format, ...change } };
  const { time: _, decimal: __, ...others } = format;
  return { tables, format: { ...others, ...change } };
}

/** Gives a part a column, or none. The part that had that column before gets the one that is free now. */
export function withColumn(
  { tables, format = {} }: AnswersSoFar,
  mapping: Partial<ColumnMapping>,
  role: Role,
  column: number | undefined,
): AnswersSoFar {
  const other = (Object.keys(mapping) as Role[]).find((part) => part !== role && mapping[part] === column);
  const swapped = column === undefined || other === undefined ? {} : { [other]: mapping[role] };
  const next = { ...mapping, ...swapped, [role]: column };
  const columns = Object.entries(next).filter(([, at]) => at !== undefined);
  // Other times may be written in another way.
  const { time, ...others } = format;
  const isSameTime = next.timestamp === mapping.timestamp && time !== undefined;
  return { tables, mapping: Object.fromEntries(columns), format: isSameTime ? format : others };
}

export function withRowContents({ tables, format }: AnswersSoFar, rows: RowContents, wide: WideMapping | null): AnswersSoFar {
  return rows === 'rating' ? { tables, format, mapping: {} } : { tables, format, wide: { ...(wide ?? WIDE), rows } };
}

/** What loading is to be told; null while columns are missing. What is known without being said is not said. */
export function answersToRead({ tables, mapping, wide, format = {} }: AnswersSoFar, preview: FilePreview): Answers | null {
  const { isGuess } = preview;
  const known = { tables, format, mapping: undefined, wide: undefined };
  if (preview.wide) return { ...known, wide: wide ?? (isGuess ? preview.wide : undefined) };
  if (preview.kind === 'blocks' || (mapping === undefined && !isGuess)) return known;
  const { mapping: whole } = completeMapping(preview.mapping);
  return whole && { ...known, mapping: whole };
}
