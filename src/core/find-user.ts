import { LabError } from './errors.ts';
import type { RawId, UserIndex } from './ids.ts';
import { plainWords } from './person/title-keys.ts';
import type { Ratings } from './ratings.ts';

/**
 * The user of an id; where ids are texts, and none is written so, the first that differs in case and accents alone. Throws a LabError that says
 * which ids are valid for a user that the data does not have.
 */
export function findUser({ userIds }: Ratings, userId: RawId): UserIndex {
  const user = userIds.indexOf(userId) ?? findAlike(userIds, userId);
  if (user !== undefined) return user;
  const [first, last] = [userIds.idOf(0 as UserIndex), userIds.idOf((userIds.size - 1) as UserIndex)];
  const valid =
    userIds.kind === 'text'
      ? `Type an ID as in the file, such as “${first}”.`
      : `Type a whole number from ${first} to ${last}${hasGaps(userIds) ? ' that is in the data' : ''}.`;
  throw new LabError('unknown-user', `There is no user ${userId}.`, valid);
}

function findAlike({ kind, size, idOf }: Ratings['userIds'], userId: RawId): UserIndex | undefined {
  if (kind !== 'text') return undefined;
  const plain = (id: RawId): string => plainWords(String(id)).join(' ');
  const wanted = plain(userId);
  for (let at = 0; at < size && wanted !== ''; at++) if (plain(idOf(at as UserIndex)) === wanted) return at as UserIndex;
  return undefined;
}

function hasGaps({ size, idOf }: Ratings['userIds']): boolean {
  return Number(idOf((size - 1) as UserIndex)) - Number(idOf(0 as UserIndex)) >= size;
}
