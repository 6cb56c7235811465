import { groupInSlices } from './grouping.ts';
import { overRows, type Sliced } from './slices.ts';

/** Parallel columns of ratings over dense indices. */
interface Columns {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly timestamps: Uint32Array | null;
}

/**
 * Marks, with 1, ratings of a movie that the same user rated again: all but the newest, of equally old ones all but the last.
 * Null where there are none. Needs no sorting where each user's ratings stand together in order.
 */
export function* findDuplicates(
  { users, movies, timestamps }: Columns,
  userCount: number,
  movieCount: number,
): Sliced<Uint8Array | null> {
  const order = (yield* isAscending(users)) ? null : (yield* groupInSlices(users, userCount)).order;
  const lastUser = new Int32Array(movieCount).fill(-1);
  const lastAt = new Int32Array(movieCount);
  let marks: Uint8Array | null = null;
  yield* overRows(users.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const at = order ? (order[i] as number) : i;
      const [user, movie] = [users[at] as number, movies[at] as number];
      if (lastUser[movie] !== user) {
        lastUser[movie] = user;
        lastAt[movie] = at;
        continue;
      }
      const before = lastAt[movie] as number;
      const isOlder = timestamps !== null && (timestamps[at] as number) < (timestamps[before] as number);
      marks ??= new Uint8Array(users.length);
      marks[isOlder ? at : before] = 1;
      if (!isOlder) lastAt[movie] = at;
    }
  });
  return marks;
}

function* isAscending(values: Int32Array): Sliced<boolean> {
  let ascends = true;
  yield* overRows(values.length, (from, to) => {
    for (let at = Math.max(1, from); ascends && at < to; at++) ascends = (values[at] as number) >= (values[at - 1] as number);
  });
  return ascends;
}
