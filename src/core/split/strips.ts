import type { UserIndex } from '../ids.ts';
import { positionsUpTo, radixOrder } from '../radix-order.ts';
import type { Ratings } from '../ratings.ts';
import { type Parts, TRAIN } from './parts.ts';

/** One user's ratings in the order in which they were given. */
export interface UserStrip {
  readonly userId: string;
  /** How many the user gave. */
  readonly ratings: number;
  /** The parts of the last of them, oldest first, at most `STRIP_LENGTH`. */
  readonly parts: readonly number[];
}

export const STRIP_LENGTH = 30;
const STRIPS = 8;

/**
 * The strips of a few users, spread evenly over all by the time of their first rating, the earliest first; without times, by
 * their place in the data.
 */
export function stripsOf({ users, timestamps, userIds, count }: Ratings, parts: Parts): readonly UserStrip[] {
  const order = timestamps ? radixOrder(timestamps) : positionsUpTo(count);
  const own = new Map<number, number[]>(chooseUsers(users, order, userIds.size).map((user) => [user, []]));
  for (const at of order) own.get(users[at] as number)?.push(parts[at] ?? TRAIN);
  return [...own].map(([user, given]) => ({
    userId: String(userIds.idOf(user as UserIndex)),
    ratings: given.length,
    parts: given.slice(-STRIP_LENGTH),
  }));
}

/** Users by their first rating, at the middles of equal shares of them. */
function chooseUsers(users: Int32Array, order: Int32Array, userCount: number): readonly number[] {
  const seen = new Uint8Array(userCount);
  const arrivals: number[] = [];
  for (const at of order) {
    const user = users[at] as number;
    if (seen[user] === 0) arrivals.push(user);
    seen[user] = 1;
  }
  const strips = Math.min(STRIPS, arrivals.length);
  return Array.from({ length: strips }, (_, i) => arrivals[Math.floor(((i + 0.5) / strips) * arrivals.length)] as number);
}
