import { firstPlace } from './first-place.ts';
import { groupPositions } from './grouping.ts';
import { pick } from './pick.ts';
import type { Ratings } from './ratings.ts';

/** When ratings were given, as table rows, one for each rating. */
export interface Periods {
  /** Which stretch of the data's whole time, 0 … PERIODS − 1. */
  readonly periods: Int32Array;
  /** Which stretch of the user's own time: user · USER_PERIODS + stretch. */
  readonly userPeriods: Int32Array;
}

/** Stretches of the whole time, with equally many training ratings each. */
export const PERIODS = 30;

/** Stretches of each user's own time, with equally many of their training ratings each. */
export const USER_PERIODS = 4;

/** Knows the stretches of time that training ratings fall into. */
export interface Calendar {
  /** Of the ratings at these positions. */
  at(positions: Int32Array): Periods;
  /** Of each user's last training rating; of the first stretches where there is none. */
  latest(users: Int32Array): Periods;
}

/** Cuts time by the training ratings at `train`; null where the data has no times. */
export function createCalendar({ users, timestamps, userIds }: Ratings, train: Int32Array): Calendar | null {
  if (timestamps === null) return null;
  const edges = edgesOf(Uint32Array.from(train, (at) => timestamps[at] as number).sort(), PERIODS);
  const ownEdges = new Map<number, Uint32Array>();
  const last = new Uint32Array(userIds.size);
  for (const [user, times] of timesByUser(users, timestamps, train, userIds.size).entries()) {
    ownEdges.set(user, edgesOf(times.sort(), USER_PERIODS));
    last[user] = times.at(-1) ?? 0;
  }
  const periodsOf = (count: number, userAt: (i: number) => number, timeAt: (i: number) => number): Periods => {
    const periods = new Int32Array(count);
    const userPeriods = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const user = userAt(i);
      const time = timeAt(i);
      periods[i] = placeOf(time, edges);
      userPeriods[i] = user * USER_PERIODS + placeOf(time, ownEdges.get(user) as Uint32Array);
    }
    return { periods, userPeriods };
  };
  return {
    at: (positions) =>
      periodsOf(
        positions.length,
        (i) => users[positions[i] as number] as number,
        (i) => timestamps[positions[i] as number] as number,
      ),
    latest: (asked) =>
      periodsOf(
        asked.length,
        (i) => asked[i] as number,
        (i) => last[asked[i] as number] as number,
      ),
  };
}

/** The training times of each user, in no order. */
function timesByUser(users: Int32Array, timestamps: Uint32Array, train: Int32Array, count: number): readonly Uint32Array[] {
  const { offsets, order } = groupPositions(pick(users, train), count);
  const times = pick(pick(timestamps, train), order);
  return Array.from({ length: count }, (_, user) => times.subarray(offsets[user], offsets[user + 1]));
}

/** Where each stretch but the first begins: `count` − 1 ascending times that cut sorted times into equal parts. */
function edgesOf(sorted: Uint32Array, count: number): Uint32Array {
  if (sorted.length === 0) return new Uint32Array();
  return Uint32Array.from({ length: count - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / count)] as number);
}

/** How many edges lie at or before a time. */
const placeOf = (time: number, edges: Uint32Array): number => firstPlace(0, edges.length, (at) => (edges[at] as number) > time);
