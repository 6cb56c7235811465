import { LabError } from './errors.ts';
import type { RawId, UserIndex } from './ids.ts';
import type { Ratings } from './ratings.ts';

/** Throws a LabError that says which ids are valid for a user that the data does not have. */
export function findUser({ userIds }: Ratings, userId: RawId): UserIndex {
  const user = userIds.indexOf(userId);
  if (user !== undefined) return user;
  const [first, last] = [userIds.idOf(0 as UserIndex), userIds.idOf((userIds.size - 1) as UserIndex)];
  const valid =
    userIds.kind === 'text'
      ? `Type an ID as in the file, such as “${first}”.`
      : `Type a whole number from ${first} to ${last}${hasGaps(userIds) ? ' that is in the data' : ''}.`;
  throw new LabError('unknown-user', `There is no user ${userId}.`, valid);
}

function hasGaps({ size, idOf }: Ratings['userIds']): boolean {
  return Number(idOf((size - 1) as UserIndex)) - Number(idOf(0 as UserIndex)) >= size;
}
