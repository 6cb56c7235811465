import { LabError } from '../core/errors.ts';
import type { DataSummary } from '../lab/protocol.ts';

/** The text where it names a user within the range of the data, else the first user of it. */
export function userTextFor(text: string, data: DataSummary): string {
  try {
    parseUserId(text, data);
    return text;
  } catch {
    return String(data.firstUserId);
  }
}

/** Reads a typed user id. Throws a LabError that names the valid ids for anything but a whole number among them. */
export function parseUserId(text: string, data: DataSummary | null): number {
  const valid = data ? `Type a whole number from ${data.firstUserId} to ${data.lastUserId}.` : 'Load the data first.';
  const trimmed = text.trim();
  if (trimmed === '') throw new LabError('unknown-user', 'No user ID is typed.', valid);
  const shown = trimmed.length > 20 ? `${trimmed.slice(0, 20)}…` : trimmed;
  if (!/^\d+$/.test(trimmed)) throw new LabError('unknown-user', `“${shown}” is not a user ID.`, valid);
  const id = Number(trimmed);
  if (!data || id < data.firstUserId || id > data.lastUserId)
    throw new LabError('unknown-user', `There is no user ${shown}.`, valid);
  return id;
}
