import type { UserIndex } from './ids.ts';
import type { Ratings } from './ratings.ts';

/** Where a user's ratings stand, ascending. */
export function positionsOf({ users }: Ratings, user: UserIndex): readonly number[] {
  const positions: number[] = [];
  for (let at = users.indexOf(user); at >= 0; at = users.indexOf(user, at + 1)) positions.push(at);
  return positions;
}
