import type { UserIndex } from '../ids.ts';
import type { Ratings } from '../ratings.ts';
import { partAt, type Split } from './parts.ts';

/** One user's ratings in the order in which they were given. */
export interface UserStrip {
  readonly userId: string;
  /** How many the user gave. */
  readonly ratings: number;
  /** The parts of the last of them, oldest first, at most `STRIP_LENGTH`. */
  readonly parts: readonly number[];
}

const STRIP_LENGTH = 30;
const STRIPS = 8;

/**
 * The strips of a few users, spread evenly over all by the time of their first rating, the earliest first; without times, by
 * their place in the data. Of equally old ratings the one that comes first in the data is the older one.
 */
export function stripsOf({ users, timestamps, userIds }: Ratings, split: Split): readonly UserStrip[] {
  const given = new Map<number, number[]>(chooseUsers(users, timestamps, userIds.size).map((user) => [user, []]));
  const isChosen = new Uint8Array(userIds.size);
  for (const user of given.keys()) isChosen[user] = 1;
  for (let at = 0; at < users.length; at++) {
    const user = users[at] as number;
    if (isChosen[user] === 1) given.get(user)?.push(at);
  }
  return Array.from(given, ([user, positions]) => {
    if (timestamps) positions.sort((a, b) => (timestamps[a] as number) - (timestamps[b] as number));
    return {
      userId: String(userIds.idOf(user as UserIndex)),
      ratings: positions.length,
      parts: positions.slice(-STRIP_LENGTH).map((at) => partAt(split, at)),
    };
  });
}

/** Users by their first rating, at the middles of equal shares of them. */
function chooseUsers(users: Int32Array, timestamps: Uint32Array | null, userCount: number): readonly number[] {
  const firstAt = new Int32Array(userCount).fill(-1);
  for (let at = 0; at < users.length; at++) {
    const user = users[at] as number;
    const known = firstAt[user] as number;
    if (known < 0 || (timestamps !== null && (timestamps[at] as number) < (timestamps[known] as number))) firstAt[user] = at;
  }
  const timeOf = (user: number): number => timestamps?.[firstAt[user] as number] ?? 0;
  const arrivals = Array.from(firstAt.keys())
    .filter((user) => (firstAt[user] as number) >= 0)
    .sort((a, b) => timeOf(a) - timeOf(b) || (firstAt[a] as number) - (firstAt[b] as number));
  const strips = Math.min(STRIPS, arrivals.length);
  return Array.from({ length: strips }, (_, i) => arrivals[Math.floor(((i + 0.5) / strips) * arrivals.length)] as number);
}
