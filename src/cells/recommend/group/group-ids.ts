import type { DataSummary } from '../../../core/data-summary.ts';
import type { RawId } from '../../../core/ids.ts';
import { parseUserId } from '../user-id.ts';

/** The ids in a typed list, each once: commas and lines part them, and spaces too where ids are numbers. Throws a LabError for what is no id of the data. */
export function groupIds(text: string, data: DataSummary | null): readonly RawId[] {
  const parted = text.split(typeof data?.firstUserId === 'string' ? /[,\n]+/ : /[\s,;]+/);
  return [...new Set(parted.filter((id) => id.trim() !== '').map((id) => parseUserId(id, data)))];
}
