import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import type { RawId } from '../../core/ids.ts';

type UserRange = Pick<DataSummary, 'firstUserId' | 'lastUserId' | 'shownFirst'>;

/** The user to begin with: the one whose taste is easiest to read, where that is known. */
export const firstUserOf = ({ shownFirst, firstUserId }: UserRange): string => String(shownFirst?.userId ?? firstUserId);

/**
 * The user of other data to go on with: the same number where it may be one of its users, else the one that it begins with. Whether a text is one
 * cannot be told here, and what was typed for other data hardly ever is.
 */
export function userTextFor(text: string, data: UserRange): string {
  if (typeof data.firstUserId === 'string') return firstUserOf(data);
  try {
    parseUserId(text, data);
    return text;
  } catch {
    return firstUserOf(data);
  }
}

/**
 * Reads a typed user id: a whole number within the range of the data where its ids are numbers, else any text. Whether the data
 * has that user the lab alone can say. Throws a LabError that says what is valid.
 */
export function parseUserId(text: string, data: UserRange | null): RawId {
  const valid = data ? validUsers(data) : 'Load the data first.';
  const trimmed = text.trim();
  if (trimmed === '') throw new LabError('unknown-user', 'No user ID is typed.', valid);
  const shown = trimmed.length > 20 ? `${trimmed.slice(0, 20)}…` : trimmed;
  if (typeof data?.firstUserId === 'string') return trimmed;
  if (!/^\d+$/.test(trimmed)) throw new LabError('unknown-user', `“${shown}” is not a user ID.`, valid);
  const id = Number(trimmed);
  if (!data || id < data.firstUserId || id > Number(data.lastUserId))
    throw new LabError('unknown-user', `There is no user ${shown}.`, valid);
  return id;
}

function validUsers({ firstUserId, lastUserId }: UserRange): string {
  if (typeof firstUserId === 'number') return `Type a whole number from ${firstUserId} to ${lastUserId}.`;
  return `Type an ID as in the file, such as “${firstUserId}”.`;
}
