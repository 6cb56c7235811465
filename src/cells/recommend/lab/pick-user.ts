import { clamp } from '../../../core/clamp.ts';
import type { RawId, UserIndex } from '../../../core/ids.ts';
import type { Ratings } from '../../../core/ratings.ts';
import type { UserRequest } from '../contract.ts';

/** A user by their place among the others: ids may have gaps, or be texts. From an id that is none, the nearest one or the first. */
export function pickUser({ userIds }: Ratings, request: UserRequest): RawId {
  if (request.kind === 'random') return userIds.idOf(Math.floor(request.draw * userIds.size) as UserIndex);
  // Of texts such as 007 or one of 17 digits a number would be another.
  const of = userIds.kind === 'number' && /^\d+$/.test(String(request.of)) ? Number(request.of) : request.of;
  const at = userIds.indexOf(of);
  if (at !== undefined) return userIds.idOf(clamp(at + request.by, 0, userIds.size - 1) as UserIndex);
  if (typeof of === 'string' || userIds.kind === 'text') return userIds.idOf(0 as UserIndex);
  // Where it would stand; one step up from there is there already.
  let place = 0;
  while (place < userIds.size && (userIds.idOf(place as UserIndex) as number) < of) place++;
  return userIds.idOf(clamp(request.by === 1 ? place : place - 1, 0, userIds.size - 1) as UserIndex);
}
