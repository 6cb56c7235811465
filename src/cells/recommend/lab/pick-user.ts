import { clamp } from '../../../core/clamp.ts';
import type { RawId, UserIndex } from '../../../core/ids.ts';
import type { Ratings } from '../../../core/ratings.ts';
import type { UserRequest } from '../contract.ts';

/** A user by their place among the others: ids may have gaps, or be texts. From an id that is none, the nearest one or the first. */
export function pickUser({ userIds }: Ratings, request: UserRequest): RawId {
  if (request.kind === 'random') return userIds.idOf(Math.floor(request.draw * userIds.size) as UserIndex);
  if (request.kind === 'at') return userIds.idOf((clamp(request.place, 1, userIds.size) - 1) as UserIndex);
  const of = asId(userIds, request.of);
  const at = userIds.indexOf(of);
  if (at !== undefined) return userIds.idOf(clamp(at + request.by, 0, userIds.size - 1) as UserIndex);
  if (typeof of === 'string' || userIds.kind === 'text') return userIds.idOf(0 as UserIndex);
  // Where it would stand; one step up from there is there already.
  let place = 0;
  while (place < userIds.size && (userIds.idOf(place as UserIndex) as number) < of) place++;
  return userIds.idOf(clamp(request.by === 1 ? place : place - 1, 0, userIds.size - 1) as UserIndex);
}

/** Where a user stands, from 1; null where there is none of this id. */
export function placeOf({ userIds }: Pick<Ratings, 'userIds'>, userId: RawId): number | null {
  const at = userIds.indexOf(asId(userIds, userId));
  return at === undefined ? null : at + 1;
}

/** What is typed, as an id of the data. Of texts such as 007 or one of 17 digits a number would be another. */
const asId = ({ kind }: Ratings['userIds'], typed: RawId): RawId =>
  kind === 'number' && /^\d+$/.test(String(typed)) ? Number(typed) : typed;
