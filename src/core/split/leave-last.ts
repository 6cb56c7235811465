import { radixOrder } from '../radix-order.ts';
import { type Parts, TEST, TRAIN, VALIDATION } from './parts.ts';

/** How many of every user's last ratings to hold out. */
export interface LastPerUser {
  readonly validationPerUser: number;
  readonly testPerUser: number;
}

interface TimedRatings {
  readonly users: Int32Array; // (count), 0 … userCount - 1
  readonly timestamps: Uint32Array; // (count)
  readonly userCount: number;
}

/**
 * Holds out every user's last ratings: the very last for the test, those before them for validation. Of equally old ratings the
 * one that comes later in the data is the later one. Users with too few ratings to leave one to train on stay whole.
 */
export function leaveLast(ratings: TimedRatings, { validationPerUser, testPerUser }: LastPerUser): Parts {
  const { users, timestamps, userCount } = ratings;
  const totals = countByUser(users, userCount);
  const seen = new Int32Array(userCount); // of each user's ratings, from the newest
  const order = radixOrder(timestamps);
  const parts: Parts = new Uint8Array(users.length);
  for (let i = order.length - 1; i >= 0; i--) {
    const at = order[i] as number;
    const user = users[at] as number;
    const newer = seen[user] as number;
    seen[user] = newer + 1;
    if (staysWhole(totals[user] as number, validationPerUser + testPerUser)) continue;
    parts[at] = newer < testPerUser ? TEST : newer < testPerUser + validationPerUser ? VALIDATION : TRAIN;
  }
  return parts;
}

/** Users too few of whose ratings would be left to train on. */
export function countWholeUsers(users: Int32Array, userCount: number, { validationPerUser, testPerUser }: LastPerUser): number {
  return countByUser(users, userCount).filter((total) => staysWhole(total, validationPerUser + testPerUser)).length;
}

const staysWhole = (total: number, heldOut: number): boolean => total <= heldOut;

function countByUser(users: Int32Array, userCount: number): Int32Array {
  const totals = new Int32Array(userCount);
  for (const user of users) totals[user] = (totals[user] as number) + 1;
  return totals;
}
